import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from './refusalText';

/** An article as it is read, with what its reader does to it. */
export function useArticle(articleId: string | undefined) {
  const read = useCall('content.getArticle', articleId ? { articleId } : null);
  const { data: article, refresh } = read;

  const like = useAction(async () => {
    if (!article) return;
    const { articleId, liked } = article;
    const reply = await call('content.likeArticle', { articleId, liked: !liked });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await refresh();
  });

  const favour = useAction(async () => {
    if (!article) return;
    const { articleId, favourite } = article;
    const reply = await call('content.favouriteArticle', { articleId, favourite: !favourite });
    showSnack({
      text: reply.ok ? (favourite ? '已取消收藏' : '已收藏，在「我的」里能找到') : refusalText(reply.refusal),
    });
    await refresh();
  });

  return { ...read, like, favour };
}

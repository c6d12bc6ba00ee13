import type { ArticleStatus } from '@shared/content/articleStatus';
import type { Output, RefusalIn } from '@shared/contract';
import type { Reply } from '@shared/kernel/operation';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';

/** An article as its seller's list shows it. */
export type MyArticle = Output<'content.listMyArticles'>['articles'][number];

type Step = 'publishArticle' | 'withdrawArticle' | 'removeArticle' | 'restoreArticle';

/** What was done, in words, and what undoes it. */
const steps: Record<Step, { done: string; undo?: Step }> = {
  publishArticle: { done: '已发布', undo: 'withdrawArticle' },
  withdrawArticle: { done: '已下架，顾客看不到了', undo: 'publishArticle' },
  removeArticle: { done: '已删除，七天内可以恢复', undo: 'restoreArticle' },
  restoreArticle: { done: '已恢复，在「已下架」里' },
};

/** A shop's articles in one status, and what can be done with each; what can be undone is offered to be. */
export function useMyArticles(shopId: string, status: ArticleStatus) {
  const list = usePages('content.listMyArticles', { shopId, status });

  const stepping = useAction(async (articleId: string, step: Step) => {
    const { done, undo } = steps[step];
    const reply = await call(`content.${step}`, { shopId, articleId });
    tell(reply, done, undo && (() => void stepping.run(articleId, undo)));
    await list.refresh();
  });

  const pinning = useAction(async ({ articleId, pinned }: MyArticle) => {
    const reply = await call('content.pinArticle', { shopId, articleId, pinned: !pinned });
    tell(reply, pinned ? '已取消置顶' : '已置顶在店里的文章最前面');
    await list.refresh();
  });

  return {
    list,
    step: (articleId: string, step: Step) => void stepping.run(articleId, step),
    pin: (article: MyArticle) => void pinning.run(article),
  };
}

function tell(reply: Reply<unknown, RefusalIn<'content'>>, done: string, undo?: () => void): void {
  if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
  else showSnack({ text: done, ...(undo && { action: { label: '撤销', run: undo } }) });
}

import { useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';
import { type ArticleDraft, articleOf, draftOf, newArticleDraft } from './articleDraft';
import { removedText } from './removedText';

/** An article while its seller writes it: what was saved is read once, and then the phone's is the one that counts. */
export function useArticleDraft(shopId: string, articleId: string | undefined) {
  const [draft, setDraft] = useState(() => (articleId ? undefined : newArticleDraft(newId(), newId())));
  const [isDirty, setDirty] = useState(false);
  const saved = useCall('content.getMyArticle', draft && !articleId ? null : { shopId, articleId: articleId ?? '' });
  const { data } = saved;
  useEffect(() => {
    if (data && !isDirty) setDraft(draftOf(data, newId));
  }, [data, isDirty]);

  const change = (part: Partial<ArticleDraft>) => {
    setDirty(true);
    setDraft((before) => before && { ...before, ...part });
  };

  const save = async (): Promise<string | undefined> => {
    if (!draft) return undefined;
    if (!draft.title.trim()) {
      showSnack({ text: '请写一个标题' });
      return undefined;
    }
    const reply = await call('content.saveArticle', articleOf(draft, shopId));
    if (!reply.ok) {
      showSnack({ text: refusalText(reply.refusal) });
      return undefined;
    }
    const { articleId: id, version, removed } = reply.value;
    setDraft((before) => before && { ...before, version });
    const taken = removedText(removed);
    showSnack({ text: taken ? `已保存；为安全去掉了${taken}` : '已保存' });
    return id;
  };

  const saving = useAction(async () => void (await save()));
  const publishing = useAction(async (onDone: () => void) => {
    const id = await save();
    if (!id) return;
    const reply = await call('content.publishArticle', { shopId, articleId: id });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: '已发布，顾客现在能看到' });
    onDone();
  });

  return { draft, saved, change, saving, publishing };
}

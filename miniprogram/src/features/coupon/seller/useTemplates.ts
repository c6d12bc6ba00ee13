import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';
import { draftOf, newDraft, type ShownTemplate, type TemplateDraft, templateOf } from './templateDraft';

/** A shop's coupons as its seller sees them, and the one that is being written. */
export function useTemplates(shopId: string) {
  const list = usePages('coupon.listCouponTemplates', { shopId });
  const [writing, write] = useState<TemplateDraft>();
  const [moving, setMoving] = useState<string>();

  const save = useAction(async (draft: TemplateDraft) => {
    const reply = await call('coupon.saveCouponTemplate', templateOf(draft, shopId, Date.now()));
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    write(undefined);
    showSnack({ text: draft.before ? '已保存，已领出的券不变' : '已发布，顾客现在可以领取' });
    await list.refresh();
  });

  const pause = useAction(async ({ templateId, paused }: ShownTemplate) => {
    setMoving(templateId);
    try {
      const reply = await call('coupon.pauseCouponTemplate', { shopId, templateId, paused: !paused });
      if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
      showSnack({ text: reply.value.paused ? '已暂停领取，已领出的仍可使用' : '已恢复领取' });
      await list.refresh();
    } finally {
      setMoving(undefined);
    }
  });

  return {
    list,
    writing,
    moving,
    saving: save.busy,
    // Made when the form opens: a retry after a lost answer is the same template.
    begin: () => write(newDraft(newId())),
    edit: (template: ShownTemplate) => write(draftOf(template)),
    change: (part: Partial<TemplateDraft>) => write((draft) => draft && { ...draft, ...part }),
    close: () => write(undefined),
    save: (draft: TemplateDraft) => void save.run(draft),
    pause: (template: ShownTemplate) => void pause.run(template),
  };
}

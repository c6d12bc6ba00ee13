import type { Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';

type Saved = Output<'fan.getFollowBenefit'>;
export type BenefitKind = Saved['benefit']['kind'];
export type BenefitPlace = Saved['places'][number];

/** What a shop gives to followers while its owner chooses it. */
export interface BenefitDraft {
  kind: BenefitKind;
  templateId: string | undefined;
  places: readonly BenefitPlace[];
  text: string;
}

/** The choice of a shop's benefit for followers. */
export function useBenefit(shopId: string) {
  const saved = useCall('fan.getFollowBenefit', { shopId });
  const [changed, setChanged] = useState<Partial<BenefitDraft>>({});
  const draft = saved.data && { ...draftOf(saved.data), ...changed };
  const wanted = draft && benefitOf(draft);

  const saving = useAction(async (benefit: Saved) => {
    const reply = await call('fan.setFollowBenefit', { shopId, ...benefit });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: '已保存，马上生效' });
    await saved.refresh();
    // Not before: for a moment the form would show what was chosen earlier.
    setChanged({});
  });
  return {
    draft,
    /** Absent while a coupon is still to be chosen. */
    wanted,
    isChanged: wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(saved.data),
    change: (part: Partial<BenefitDraft>) => setChanged((before) => ({ ...before, ...part })),
    busy: saving.busy,
    save: () => void (wanted && saving.run(wanted)),
  };
}

const draftOf = ({ benefit, places, text }: Saved): BenefitDraft => ({
  ...{ kind: benefit.kind, places, text },
  templateId: benefit.kind === 'welcomeCoupon' ? benefit.templateId : undefined,
});

/** What a draft chooses; nothing while the coupon is still to be chosen. */
function benefitOf({ kind, templateId, places, text }: BenefitDraft): Saved | undefined {
  const said = { places: [...places], text: text.trim() };
  if (kind !== 'welcomeCoupon') return { benefit: { kind }, ...said };
  return templateId === undefined ? undefined : { benefit: { kind, templateId }, ...said };
}

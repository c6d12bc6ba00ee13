import type { Input } from '@shared/contract';
import { fen } from '@shared/kernel/money';

type Campaign = Input<'crm.saveCampaign'>;
/** Which customers a segment holds, as the contract takes it. */
export type Conditions = Campaign['conditions'];

/** A campaign while it is written. */
export interface CampaignDraft {
  campaignId: string;
  name: string;
  conditions: Conditions;
  kind: Campaign['message']['kind'];
  title: string;
  tip: string;
  text: string;
  /** '' until one is chosen. */
  templateId: string;
  gapDays: number;
}

export const newDraft = (campaignId: string): CampaignDraft => ({
  ...{
    campaignId,
    name: '',
    conditions: {},
    kind: 'subscribe',
    title: '',
    tip: '',
    text: '',
    templateId: '',
    gapDays: 7,
  },
});

type Field = 'name' | 'title' | 'tip' | 'text' | 'templateId';

/** What is wrong with a draft, by field; empty when nothing is. The server checks the same again. */
export function campaignProblems(draft: CampaignDraft): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (!draft.name.trim()) problems.name = '起个名字，只有店里看得到';
  if (draft.kind === 'subscribe' && !draft.title.trim()) problems.title = '请写一句标题';
  if (draft.kind === 'subscribe' && !draft.tip.trim()) problems.tip = '请补一句说明';
  if (draft.kind === 'account' && !draft.text.trim()) problems.text = '请写要说的话';
  if (draft.kind === 'coupon' && !draft.templateId) problems.templateId = '请选一张优惠券';
  return problems;
}

/** The message of a draft as the contract takes it; `undefined` while something of it is missing. */
export function messageOf(draft: CampaignDraft): Campaign['message'] | undefined {
  const { name: _name, ...problems } = campaignProblems(draft);
  if (Object.keys(problems).length > 0) return undefined;
  const { kind, title, tip, text, templateId } = draft;
  if (kind === 'subscribe') return { kind, title, tip };
  return kind === 'account' ? { kind, text } : { kind, templateId };
}

/** What people are written to between nine and nine. */
const window = { from: '09:00', to: '21:00' };

/** What is saved of a draft whose message is whole. */
export const planOf = (shopId: string, draft: CampaignDraft, message: Campaign['message']): Campaign => {
  const { campaignId, name, conditions, gapDays } = draft;
  return { shopId, campaignId, name, conditions, message, startAt: 0, window, gapDays };
};

/** Conditions with another choice in one field, or with none. */
export function withCondition(
  conditions: Conditions,
  field: keyof Conditions,
  chosen: Conditions | undefined,
): Conditions {
  const { [field]: _before, ...rest } = conditions;
  return { ...rest, ...chosen };
}

/** Whole yuan in fen. */
export const fenOfYuan = (yuan: number) => fen(yuan * 100);

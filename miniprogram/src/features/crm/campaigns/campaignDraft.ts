import type { Input } from '@shared/contract';
import type { SendWindow } from '@shared/crm/sendWindow';
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
  /** When it begins (ms); `undefined` for at once. */
  startAt: number | undefined;
  /** Between which times of the day (China's) it sends. */
  window: SendWindow;
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
    startAt: undefined,
    window: { from: '09:00', to: '21:00' },
  },
});

type MessageField = 'title' | 'tip' | 'text' | 'templateId';
type Problems = Partial<Record<MessageField | 'name' | 'startAt' | 'window', string>>;

/** What is wrong with a draft at a moment (ms), by field; empty when nothing is. The server checks the same again. */
export function campaignProblems(draft: CampaignDraft, now: number): Problems {
  const { name, startAt, window } = draft;
  const problems: Problems = messageProblems(draft);
  if (!name.trim()) problems.name = '起个名字，只有店里看得到';
  if (startAt !== undefined && startAt <= now) problems.startAt = '这个时间已经过了';
  if (window.from >= window.to) problems.window = '结束要晚于开始';
  return problems;
}

function messageProblems(draft: CampaignDraft): Partial<Record<MessageField, string>> {
  const problems: Partial<Record<MessageField, string>> = {};
  if (draft.kind === 'subscribe' && !draft.title.trim()) problems.title = '请写一句标题';
  if (draft.kind === 'subscribe' && !draft.tip.trim()) problems.tip = '请补一句说明';
  if (draft.kind === 'account' && !draft.text.trim()) problems.text = '请写要说的话';
  if (draft.kind === 'coupon' && !draft.templateId) problems.templateId = '请选一张优惠券';
  return problems;
}

/** The message of a draft as the contract takes it; `undefined` while something of it is missing. */
export function messageOf(draft: CampaignDraft): Campaign['message'] | undefined {
  if (Object.keys(messageProblems(draft)).length > 0) return undefined;
  const { kind, title, tip, text, templateId } = draft;
  if (kind === 'subscribe') return { kind, title, tip };
  return kind === 'account' ? { kind, text } : { kind, templateId };
}

/** What is saved of a draft whose message is whole. */
export const planOf = (shopId: string, draft: CampaignDraft, message: Campaign['message']): Campaign => {
  const { campaignId, name, conditions, gapDays, startAt = 0, window } = draft;
  return { shopId, campaignId, name, conditions, message, startAt, window, gapDays };
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

import type { CampaignStatus } from '@shared/crm/campaignStatus';
import { firstInWindow } from '@shared/crm/sendWindow';
import type { MessageKind } from '@shared/crm/whyLeftOut';
import type { Campaign } from './useCampaigns';

/** How people are written to, as a seller calls it. */
export const kindText: Record<MessageKind, string> = {
  subscribe: '订阅消息',
  account: '公众号消息',
  coupon: '发优惠券',
};

/** What a kind reaches, in one line. */
export const kindHint: Record<MessageKind, string> = {
  subscribe: '发给订阅过的人，订阅一次收一条',
  account: '发给关注公众号、48 小时内互动过的人',
  coupon: '直接放进券包，不打扰人',
};

/** Where a campaign stands. */
const statusText: Record<CampaignStatus, string> = {
  draft: '草稿',
  sending: '发送中',
  stopped: '已停止',
  done: '已发完',
};

/** When a campaign that has been started begins (ms); `undefined` once it has, or where it was not started. */
export function beginsAt(campaign: CampaignStage, now: number): number | undefined {
  const { status, looked, startAt, window } = campaign;
  if (status !== 'sending' || looked > 0) return undefined;
  const first = firstInWindow(window, Math.max(now, startAt));
  return first > now ? first : undefined;
}
type CampaignStage = Pick<Campaign, 'status' | 'looked' | 'startAt' | 'window'>;

/** Where a campaign stands at a moment (ms), in a word. */
export const stageText = (campaign: CampaignStage, now: number): string =>
  beginsAt(campaign, now) === undefined ? statusText[campaign.status] : '待开始';

/** Why somebody got nothing although it was tried. */
export const failureText: Record<keyof Campaign['failed'], string> = {
  refused: '微信说没有订阅次数了',
  noneLeft: '优惠券发完了',
  notReachable: '公众号已经联系不上',
  invalid: '内容不合微信的格式',
  unsure: '微信没有回应，可能收到了',
  noAccount: '公众号没有绑定好',
};

import type { Output } from '@shared/contract';

/** What followers have, as a word beside the way to the account; never as its reward. */
export const benefitText: Record<Output<'fan.getFollowCard'>['benefit'], string> = {
  off: '',
  welcomeCoupon: '新会员礼券',
  followerPrice: '会员价',
};

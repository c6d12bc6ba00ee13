import type { Obstacle, Way } from '@shared/order/price';

/** How an order reaches its buyer, in people's words. */
export const wayText: Record<Way, string> = { express: '快递', pickup: '到店自提', local: '同城配送' };

/** Why goods cannot go a way. */
export const obstacleText: Record<Obstacle, string> = {
  notOffered: '店家不提供这种配送',
  unreachable: '店家不发往这个地区',
  noAddress: '请先选择收货地址',
  tooFar: '超出店家的配送范围',
  belowMinimum: '未到起送金额',
};

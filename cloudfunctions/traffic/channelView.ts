import type { OutputOf } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { ChannelRecord } from './channels';

/** A channel as its shop sees it. */
export const channelView = ({
  _id: channelId,
  shopId: _shopId,
  ...shown
}: ChannelRecord): OutputOf<TrafficContract['saveChannel']> => ({ channelId, ...shown });

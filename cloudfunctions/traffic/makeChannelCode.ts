import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { readShopChannel } from './channels';
import { channelView } from './channelView';
import { drawChannelCode } from './drawChannelCode';

export const makeChannelCode: Handler<TrafficContract['makeChannelCode']> = async ({ shopId, channelId }, { now }) => {
  const channel = await readShopChannel(channelId, shopId);
  if (!channel) return refuse({ code: 'NOT_FOUND', what: 'channel' });
  const drawn = await drawChannelCode(channel, now);
  return drawn.ok ? accept(channelView(drawn.value)) : drawn;
};

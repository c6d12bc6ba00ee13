import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { readChannel } from './channels';

/** Archived channels lead on: nobody can take a printed code back. */
export const openChannel: Handler<TrafficContract['openChannel']> = async ({ channelId }) => {
  const channel = await readChannel(channelId);
  return channel
    ? accept({ shopId: channel.shopId, target: channel.target })
    : refuse({ code: 'NOT_FOUND', what: 'channel' });
};

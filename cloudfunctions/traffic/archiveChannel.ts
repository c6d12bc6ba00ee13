import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { changeChannel } from './channels';
import { channelView } from './channelView';

export const archiveChannel: Handler<TrafficContract['archiveChannel']> = async ({ shopId, channelId, archived }) => {
  const changed = await changeChannel({ _id: channelId, shopId }, { archived });
  return changed ? accept(channelView(changed)) : refuse({ code: 'NOT_FOUND', what: 'channel' });
};

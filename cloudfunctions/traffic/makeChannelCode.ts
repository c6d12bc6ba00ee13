import { accept, refuse } from '../../shared/kernel/operation';
import { landingPage } from '../../shared/traffic/channelKinds';
import type { TrafficContract } from '../../shared/traffic/contract';
import { drawByWeChat } from '../_runtime/callWeChat';
import { putFile } from '../_runtime/putFile';
import type { Handler } from '../_runtime/serve';
import { askWeChat } from './askWeChat';
import { changeChannel, readShopChannel } from './channels';
import { channelView } from './channelView';

/** Two at once draw the same code over the same file. */
export const makeChannelCode: Handler<TrafficContract['makeChannelCode']> = async ({ shopId, channelId }, { now }) => {
  const channel = await readShopChannel(channelId, shopId);
  if (!channel) return refuse({ code: 'NOT_FOUND', what: 'channel' });
  if (channel.picture) return accept(channelView(channel));

  const wanted = { scene: channelId, page: landingPage, width: 430 };
  const drawn = await askWeChat(drawByWeChat('wxa/getwxacodeunlimit', wanted, now));
  if (!drawn.ok) return drawn;
  const { extension, content } = drawn.value;
  const picture = await putFile(`channels/${shopId}/${channelId}.${extension}`, content);
  const changed = await changeChannel(channel, { picture });
  return changed ? accept(channelView(changed)) : refuse({ code: 'NOT_FOUND', what: 'channel' });
};

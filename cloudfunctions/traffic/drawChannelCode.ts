import { accept, type Reply } from '../../shared/kernel/operation';
import { landingPage } from '../../shared/traffic/channelKinds';
import { drawByWeChat } from '../_runtime/callWeChat';
import { putFile } from '../_runtime/putFile';
import { askWeChat, type WeChatTrouble } from './askWeChat';
import { type ChannelRecord, changeChannel } from './channels';

/** A channel with its mini-program code, which is drawn once; two at once draw the same code over the same file. */
export async function drawChannelCode(
  channel: ChannelRecord,
  now: number,
): Promise<Reply<ChannelRecord & { picture: string }, WeChatTrouble>> {
  const { _id: channelId, shopId, picture: before } = channel;
  if (before) return accept({ ...channel, picture: before });
  const wanted = { scene: channelId, page: landingPage, width: 430 };
  const drawn = await askWeChat(drawByWeChat('wxa/getwxacodeunlimit', wanted, now));
  if (!drawn.ok) return drawn;
  const { extension, content } = drawn.value;
  const picture = await putFile(`channels/${shopId}/${channelId}.${extension}`, content);
  await changeChannel(channel, { picture });
  return accept({ ...channel, picture });
}

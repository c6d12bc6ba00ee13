import { accept, refuse } from '../../shared/kernel/operation';
import { landingPage } from '../../shared/traffic/channelKinds';
import type { TrafficContract } from '../../shared/traffic/contract';
import { callWeChat } from '../_runtime/callWeChat';
import type { Handler } from '../_runtime/serve';
import { askWeChat } from './askWeChat';
import { changeChannel, readShopChannel } from './channels';
import { channelView } from './channelView';

const day = 86_400_000;
/** The longest that WeChat allows, in days. Source: generateUrlLink. */
const goodFor = 30;
const renewedAt = 7 * day;

export const makeChannelLink: Handler<TrafficContract['makeChannelLink']> = async ({ shopId, channelId }, { now }) => {
  const channel = await readShopChannel(channelId, shopId);
  if (!channel) return refuse({ code: 'NOT_FOUND', what: 'channel' });
  if (channel.link && channel.link.expiresAt - now > renewedAt) return accept(channelView(channel));

  const wanted = { path: landingPage, query: `c=${channelId}`, expire_type: 1, expire_interval: goodFor };
  const made = await askWeChat(callWeChat('wxa/generate_urllink', wanted, now));
  if (!made.ok) return made;
  const { url_link: url = '' } = made.value as { url_link?: string };
  const changed = await changeChannel(channel, { link: { url, expiresAt: now + goodFor * day } });
  return changed ? accept(channelView(changed)) : refuse({ code: 'NOT_FOUND', what: 'channel' });
};

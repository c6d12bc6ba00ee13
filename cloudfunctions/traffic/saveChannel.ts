import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { ChannelTarget } from '../../shared/traffic/operations/channels';
import type { Handler } from '../_runtime/serve';
import { readTitles } from '../content/public';
import { readProduct } from '../shop/public';
import { type ChannelRecord, changeChannel, insertChannel } from './channels';
import { channelView } from './channelView';

export const saveChannel: Handler<TrafficContract['saveChannel']> = async (input, { now }) => {
  const { shopId, channelId, name, kind, target } = input;
  const targetName = await nameOf(target, shopId);
  if (targetName === undefined)
    return refuse({ code: 'NOT_FOUND', what: target.page === 'article' ? 'article' : 'product' });

  const channel: ChannelRecord = {
    ...{ _id: channelId, shopId, name, kind, target, targetName },
    ...{ archived: false, createdAt: now },
  };
  if ((await insertChannel(channel)) === 'inserted') return accept(channelView(channel));
  // What it is for stays: its figures are those of a counter, or of a poster.
  const changed = await changeChannel(channel, { name, target, targetName });
  return changed ? accept(channelView(changed)) : refuse({ code: 'NOT_FOUND', what: 'channel' });
};

/** What the target is called; nothing when the shop has no such product or article. */
async function nameOf(target: ChannelTarget, shopId: string): Promise<string | undefined> {
  if (target.page === 'shop') return '本店首页';
  if (target.page === 'article') return (await readTitles(shopId, [target.articleId])).get(target.articleId);
  const product = await readProduct(target.productId);
  return product?.shopId === shopId ? product.name : undefined;
}

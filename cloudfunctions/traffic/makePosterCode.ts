import { createHash } from 'node:crypto';
import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { readProduct } from '../shop/public';
import { type ChannelRecord, insertChannel, readChannel } from './channels';
import { drawChannelCode } from './drawChannelCode';

/** One channel and one code for each product, whoever makes its poster: shoppers cannot use up a shop's codes. */
export const makePosterCode: Handler<TrafficContract['makePosterCode']> = async ({ productId }, { now }) => {
  const channelId = posterChannelId(productId);
  const [product, known] = await Promise.all([readProduct(productId), readChannel(channelId)]);
  if (!product) return refuse({ code: 'NOT_FOUND', what: 'product' });

  const channel: ChannelRecord = known ?? {
    ...{ _id: channelId, shopId: product.shopId, name: `海报 · ${product.name}`, kind: 'poster' },
    ...{ target: { page: 'product', productId }, targetName: product.name, archived: false, createdAt: now },
  };
  if (!known) await insertChannel(channel);
  const drawn = await drawChannelCode(channel, now);
  return drawn.ok ? accept({ channelId, picture: drawn.value.picture }) : drawn;
};

/** Made from the product, within the 32 characters of a code. */
const posterChannelId = (productId: string): string =>
  `poster-${createHash('sha256').update(productId).digest('base64url').slice(0, 24)}`;

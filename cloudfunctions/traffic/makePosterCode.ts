import { createHash } from 'node:crypto';
import { accept, refuse } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { PosterTarget } from '../../shared/traffic/operations/channels';
import type { Handler } from '../_runtime/serve';
import { readPublishedHeads } from '../content/public';
import { readProduct } from '../shop/public';
import { type ChannelRecord, insertChannel, readChannel } from './channels';
import { drawChannelCode } from './drawChannelCode';

/** One channel and one code for each product and article, whoever makes its poster: shoppers cannot use up a shop's codes. */
export const makePosterCode: Handler<TrafficContract['makePosterCode']> = async ({ target }, { now }) => {
  const channelId = posterChannelId(target);
  const [subject, known] = await Promise.all([readSubject(target), readChannel(channelId)]);
  if (!subject) return refuse({ code: 'NOT_FOUND', what: target.page });

  const { shopId, name } = subject;
  const channel: ChannelRecord = known ?? {
    ...{ _id: channelId, shopId, name: `海报 · ${name}`, kind: 'poster' },
    ...{ target, targetName: name, archived: false, createdAt: now },
  };
  if (!known) await insertChannel(channel);
  const drawn = await drawChannelCode(channel, now);
  return drawn.ok ? accept({ channelId, picture: drawn.value.picture }) : drawn;
};

/** Whose it is and what it is called; of an article only a published one's. */
async function readSubject(target: PosterTarget): Promise<{ shopId: string; name: string } | undefined> {
  if (target.page === 'product') return readProduct(target.productId);
  const article = (await readPublishedHeads([target.articleId])).get(target.articleId);
  return article && { shopId: article.shopId, name: article.title };
}

/** Made from what it leads to, within the 32 characters of a code. */
const posterChannelId = (target: PosterTarget): string => {
  const of = target.page === 'product' ? target.productId : `article ${target.articleId}`;
  return `poster-${createHash('sha256').update(of).digest('base64url').slice(0, 24)}`;
};

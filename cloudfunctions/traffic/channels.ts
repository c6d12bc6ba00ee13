import type { ChannelKind } from '../../shared/traffic/channelKinds';
import type { ChannelTarget } from '../../shared/traffic/operations/channels';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** A code, a poster or a link that a shop made, to see what comes of it. */
export interface ChannelRecord {
  /** The client's id; what codes and links carry, and what visits name. */
  _id: string;
  shopId: string;
  name: string;
  kind: ChannelKind;
  target: ChannelTarget;
  targetName: string;
  archived: boolean;
  createdAt: number;
  /** File id of its mini-program code. */
  picture?: string;
  link?: { url: string; expiresAt: number };
}

const collection = 'channels';

export const readChannel = (channelId: string): Promise<ChannelRecord | undefined> =>
  readOne<ChannelRecord>(collection, channelId);

/** Reads a channel if it is this shop's; another shop's is not there. */
export async function readShopChannel(channelId: string, shopId: string): Promise<ChannelRecord | undefined> {
  const channel = await readChannel(channelId);
  return channel?.shopId === shopId ? channel : undefined;
}

/** Of these channels, those that are this shop's, by id; at most 1000. */
export async function readShopChannels(
  shopId: string,
  channelIds: readonly string[],
): Promise<Map<string, ChannelRecord>> {
  const batches: Promise<ChannelRecord[]>[] = [];
  for (let from = 0; from < Math.min(channelIds.length, 1_000); from += 100) {
    batches.push(readMany<ChannelRecord>(collection, channelIds.slice(from, from + 100)));
  }
  const channels = (await Promise.all(batches)).flat().filter((channel) => channel.shopId === shopId);
  return new Map(channels.map((channel) => [channel._id, channel]));
}

export const insertChannel = (channel: ChannelRecord): Promise<'inserted' | 'exists'> => insert(collection, channel);

/** Writes what a shop may change of its own channel, and what WeChat made for it. Answers the channel as it is then. */
export async function changeChannel(
  { _id, shopId }: Pick<ChannelRecord, '_id' | 'shopId'>,
  { target, link, ...plain }: Partial<Omit<ChannelRecord, '_id' | 'shopId' | 'createdAt'>>,
): Promise<ChannelRecord | undefined> {
  await db
    .collection(collection)
    .where({ _id, shopId })
    .update({ ...plain, ...(target && { target: _.set(target) }), ...(link && { link: _.set(link) }) });
  return readShopChannel(_id, shopId);
}

/** A shop's channels, the latest first; at most `limit` beyond `place`. */
export async function listShopChannels(
  shopId: string,
  archived: boolean,
  place: Place | undefined,
  limit: number,
): Promise<ChannelRecord[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([{ shopId, archived }, beyond('createdAt', 'desc', place)]))
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as ChannelRecord[];
}

import { readAll } from '../support/expectSettled';
import type { Storefront } from '../support/Storefront';

/** Every document that there is, as JSON, by `collection/id`. */
export type World = ReadonlyMap<string, string>;

/** Who calls: as whom, and in which shops they work. */
export interface Somebody {
  openId?: string;
  shopIds: readonly string[];
}

/** What people may do to records of shops they do not work in: make new ones, or change these fields. */
interface Opening {
  made?: true;
  fields?: readonly string[];
}

/** Whoever buys, claims, likes or comes by leaves this much, and no more, in the records of a shop. */
const openings: Record<string, Opening> = {
  skus: { fields: ['stock', 'aboveLow', 'pending', 'pendingCount', 'sold'] },
  stockMoves: { made: true },
  products: { fields: ['sold'] },
  couponTemplates: { fields: ['left', 'pending', 'pendingCount'] },
  articles: { fields: ['likes', 'favourites', 'comments', 'countedAt'] },
  visits: { made: true },
  channels: { made: true, fields: ['picture', 'link'] },
  // A shopper who is greeted for the first time is one customer more.
  customerBooks: { made: true, fields: ['cells', 'version', 'dueAt', 'countedAt'] },
  // Counts of shops on the map: a shop that moves is counted where it was and where it is.
  shopCells: { made: true, fields: ['count', 'sum', 'trades', 'shops', 'version', 'countedAt'] },
  // Keyed hashes: who it was cannot be read off them.
  deletions: { made: true, fields: ['openId', 'unionId', 'due', 'doneAt'] },
};

/** Reads the whole database. */
export async function readWorld(storefront: Storefront): Promise<World> {
  const answer = await fetch(`${storefront.emulator.url}/_emulator/collections`);
  const { collections } = (await answer.json()) as { collections: { name: string; count: number }[] };
  const world = new Map<string, string>();
  for (const { name, count } of collections) {
    if (count === 0) continue;
    for (const document of await readAll(storefront, name)) {
      world.set(`${name}/${document._id}`, JSON.stringify(document));
    }
  }
  return world;
}

/** Ids of every collection, to be named by whoever may not. */
export function idsIn(world: World): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const key of world.keys()) {
    const [collection = '', ...id] = key.split('/');
    ids.set(collection, [...(ids.get(collection) ?? []), id.join('/')]);
  }
  return ids;
}

/** What somebody has changed that was neither theirs nor open to them, one sentence each. */
export function trespasses(before: World, after: World, who: Somebody): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is || isTheirs(was ?? is ?? '', before, who)) return [];
    const { made, fields = [] } = openings[key.split('/')[0] ?? ''] ?? {};
    if (was === undefined) return made ? [] : [`made ${key}: ${is}`];
    if (is === undefined) return [`removed ${key}: ${was}`];
    const changed = changedFields(was, is).filter((field) => !fields.includes(field));
    return changed.length === 0 ? [] : [`changed ${changed.join(', ')} of ${key}: ${was} to ${is}`];
  });
}

function isTheirs(text: string, world: World, { openId, shopIds }: Somebody): boolean {
  if (openId !== undefined && text.includes(openId)) return true;
  const { _id, shopId, articleId } = JSON.parse(text) as { _id: string; shopId?: string; articleId?: string };
  const article = articleId === undefined ? undefined : world.get(`articles/${articleId}`);
  // Records of which a shop has one are called like it; links of articles belong to the article's shop.
  const ofShop = shopId ?? (article ? (JSON.parse(article) as { shopId: string }).shopId : _id);
  return shopIds.includes(ofShop);
}

function changedFields(was: string, is: string): string[] {
  const [one, other] = [JSON.parse(was), JSON.parse(is)] as [Record<string, unknown>, Record<string, unknown>];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

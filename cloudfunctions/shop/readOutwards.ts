import { distanceMetres, type Place } from '../../shared/kernel/geo';
import { _, db } from '../_runtime/database';
import { type ShopRecord, shops, shopsFrom } from './shops';

/** How far a walk outwards has come: nearer shops, and those just as far with no greater id, are behind. */
export interface Reach {
  metres: number;
  id: string;
}

/** A shop and how far it is from where the walk began, in whole metres. */
export interface ShopAway {
  shop: ShopRecord;
  metres: number;
}

/** A walk: from where, how far at most (metres), and which shops, as conditions of the database. */
export interface Walk {
  origin: Place;
  radius: number;
  matching: object;
}

/** Covers what the database and we make of one distance; metres. */
const slack = 0.001;

/**
 * Goes on with a walk: the next shops by (metres, id), none left out. `reach` is where to go on from; there may be none
 * in a step and still be more, until `ended`. Costs one request and reads `atMost` shops, and one more where a crowd of that many
 * stands equally far away.
 */
export async function readOutwards(
  walk: Walk,
  from: Reach,
  atMost: number,
): Promise<{ shops: ShopAway[]; reach: Reach; ended: boolean }> {
  const nearest = await readRing(walk, from.metres, walk.radius, {}).limit(atMost).get();
  const away = measured(walk.origin, shopsFrom(nearest.data));
  const ended = away.length < atMost;
  // The database may have cut a metre in two: of the outermost one, not all are known to be here.
  const known = ended ? walk.radius + 1 : Math.round(Math.max(...away.map(({ exact }) => exact)) - slack);
  const next = away.filter((each) => each.metres < known && isBeyond(each, from)).sort(byMetresAndId);
  if (ended || next.length > 0) return { shops: next, reach: { metres: known, id: '' }, ended };
  return { ...(await readCrowd(walk, { metres: Math.max(known, from.metres), from }, atMost)), ended: false };
}

/** The shops of one metre, in the order of their ids. */
async function readCrowd({ origin, radius, matching }: Walk, at: { metres: number; from: Reach }, atMost: number) {
  const { metres, from } = at;
  const rest = { ...(metres === from.metres && { _id: _.gt(from.id) }) };
  const { data } = await readRing({ origin, radius, matching }, metres, metres, rest)
    .orderBy('_id', 'asc')
    .limit(atMost)
    .get();
  const found = shopsFrom(data);
  const last = found.at(-1);
  return {
    shops: measured(origin, found).filter((each) => each.metres === metres),
    reach: last && found.length === atMost ? { metres, id: last._id } : { metres: metres + 1, id: '' },
  };
}

/** Shops from `least` to `most` metres away, both rounded; a hair more on both sides. */
const readRing = ({ origin, matching }: Walk, least: number, most: number, rest: object) =>
  shops().where({
    ...matching,
    ...rest,
    location: _.geoNear({
      geometry: new db.Geo.Point(...origin),
      minDistance: Math.max(0, least - 0.5 - slack),
      maxDistance: most + 0.5 + slack,
    }),
  });

const measured = (origin: Place, found: readonly ShopRecord[]) =>
  found.map((shop) => {
    const exact = distanceMetres(origin, shop.location.coordinates);
    return { shop, exact, metres: Math.round(exact) };
  });

const isBeyond = ({ shop, metres }: ShopAway, from: Reach): boolean =>
  metres > from.metres || (metres === from.metres && shop._id > from.id);

const byMetresAndId = (one: ShopAway, other: ShopAway): number =>
  one.metres - other.metres || (one.shop._id < other.shop._id ? -1 : 1);

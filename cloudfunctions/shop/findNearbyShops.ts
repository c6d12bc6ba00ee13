import { accept, type OutputOf, type ParsedInputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { hoursText, isOpen, minuteOfWeek, nextOpening } from '../../shared/shop/openingHours';
import { _ } from '../_runtime/database';
import type { Handler } from '../_runtime/serve';
import { type Reach, readOutwards, type ShopAway, type Walk } from './readOutwards';
import { readSellers } from './skus';

type Wanted = ParsedInputOf<ShopContract['findNearbyShops']>;

const pageSize = 20;
/** A page, one more, and room for the outermost metre, which may be cut in two. */
const shopsAtOnce = 26;
/** Where shops are also picked by what the database cannot ask together with the distance. */
const shopsAtOnceToPick = 80;
const mostSteps = 4;

export const findNearbyShops: Handler<ShopContract['findNearbyShops']> = async (wanted, { now }) => {
  const { walk, from } = beginning(wanted, now);
  const atOnce = wanted.selling || wanted.delivers ? shopsAtOnceToPick : shopsAtOnce;
  const found: ShopAway[] = [];
  let reach = from;
  let ended = false;
  for (let step = 0; step < mostSteps && found.length <= pageSize && !ended; step += 1) {
    const next = await readOutwards(walk, reach, atOnce);
    found.push(...(await picked(next.shops, wanted)));
    ({ reach, ended } = next);
  }

  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  if (found.length > pageSize && last) reach = { metres: last.metres, id: last.shop._id };
  const hasMore = found.length > pageSize || !ended;
  return accept({ shops: shown.map((away) => cardOf(away, now)), ...(hasMore && { next: cursorOf(walk, reach) }) });
};

/** Where the list begins and how far it has come: what the cursor says, or the person's place and nowhere yet. */
function beginning({ at, radius, trade, openNow, delivers, after }: Wanted, now: number): { walk: Walk; from: Reach } {
  const minute = minuteOfWeek(now);
  const matching = {
    ...(trade && { trade }),
    ...(openNow && { openingHours: _.elemMatch({ from: _.lte(minute), to: _.gt(minute) }) }),
    ...(delivers && { 'local.withinMetres': _.gte(0) }),
  };
  if (after === undefined) {
    return { walk: { origin: [at.longitude, at.latitude], radius, matching }, from: { metres: 0, id: '' } };
  }
  const [longitude, latitude, metres, id = ''] = after.split('~');
  const origin = [Number(longitude), Number(latitude)] as const;
  return { walk: { origin, radius, matching }, from: { metres: Number(metres), id } };
}

async function picked(shops: readonly ShopAway[], { delivers, selling }: Wanted): Promise<readonly ShopAway[]> {
  const reached = delivers ? shops.filter(doesDeliver) : shops;
  if (selling === undefined || reached.length === 0) return reached;
  const sellers = await readSellers(
    reached.map(({ shop }) => shop._id),
    selling,
  );
  return reached.filter(({ shop }) => sellers.has(shop._id));
}

const doesDeliver = ({ shop, metres }: ShopAway): boolean => metres <= (shop.local?.withinMetres ?? -1);

const cursorOf = ({ origin: [longitude, latitude] }: Walk, { metres, id }: Reach): string =>
  `${longitude}~${latitude}~${metres}~${id}`;

function cardOf(away: ShopAway, now: number): OutputOf<ShopContract['findNearbyShops']>['shops'][number] {
  const { _id, name, logo, trade, address, location, openingHours } = away.shop;
  const [longitude, latitude] = location.coordinates;
  const openNow = isOpen(openingHours, now);
  const opensAt = openNow ? undefined : nextOpening(openingHours, now);
  return {
    shopId: _id,
    name,
    logo,
    trade,
    address,
    place: { longitude, latitude },
    metres: away.metres,
    openNow,
    ...(opensAt !== undefined && { opensAt }),
    hours: hoursText(openingHours),
    delivers: doesDeliver(away),
  };
}

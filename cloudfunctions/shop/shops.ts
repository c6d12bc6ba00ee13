import { type Fen, fen } from '../../shared/kernel/money';
import type { FreightTemplate } from '../../shared/order/freight';
import type { Terms } from '../../shared/order/price';
import type { OpeningHours } from '../../shared/shop/openingHours';
import type { Banner } from '../../shared/shop/operations/front';
import type { Trade } from '../../shared/shop/trades';
import { _, db, readMany, readOne } from '../_runtime/database';

/** A shop. `location` is GCJ-02, as WeChat's maps use it. */
export interface ShopRecord {
  _id: string;
  name: string;
  trade: Trade;
  slogan: string;
  notice: string;
  logo: string;
  address: string;
  location: { type: 'Point'; coordinates: [longitude: number, latitude: number] };
  /** The finest cell of the map's grid that the shop lies in: `cellOf(location)`. */
  cell: string;
  /** Cells that may not count this shop rightly yet; whoever moved it, or else `timers`, recounts them. */
  recount?: { cells: string[]; key: string; since: number };
  openingHours: OpeningHours;
  freight: FreightTemplate;
  /** Whether goods can be fetched at the shop. */
  pickup: boolean;
  /** The shop's own delivery: within this distance, for this fee, from this worth of goods on. */
  local?: { withinMetres: number; fee: Fen; from: Fen };
  /** 满减 */
  promotion?: { from: Fen; off: Fen };
  categories: { categoryId: string; name: string }[];
  /** Also those whose target shoppers cannot open; absent before the first was made. */
  banners?: Banner[];
  /** No article of it was published later; absent where there never was one: see `tellingShops.ts`. */
  tellsAt?: number;
}

const collection = 'shops';

export const shops = () => db.collection(collection);

export async function readShop(shopId: string): Promise<ShopRecord | undefined> {
  const found = await readOne<FromSdk>(collection, shopId);
  return found && toRecord(found);
}

export const readShops = async (shopIds: readonly string[]): Promise<ShopRecord[]> =>
  (await readMany<FromSdk>(collection, shopIds)).map(toRecord);

/** The records that a query of shops answered. */
export const shopsFrom = (data: readonly unknown[]): ShopRecord[] => (data as FromSdk[]).map(toRecord);

/** The SDK answers GeoJSON as a class of its own, without `coordinates`. */
type FromSdk = Omit<ShopRecord, 'location'> & { location: { toJSON(): ShopRecord['location'] } };

const toRecord = (found: FromSdk): ShopRecord => ({ ...found, location: found.location.toJSON() });

/** Sets when a shop is open and what its own delivery is. */
export async function saveTerms(
  shopId: string,
  { openingHours, local }: Pick<ShopRecord, 'openingHours' | 'local'>,
): Promise<void> {
  await shops()
    .where({ _id: shopId })
    .update({ openingHours: _.set(openingHours), local: local ? _.set(local) : _.remove() });
}

/** Sets what stands at the front of a shop, and its categories; its banners, too, where they are said. */
export async function saveFront(shopId: string, { categories, banners, ...front }: Front): Promise<void> {
  await shops()
    .where({ _id: shopId })
    .update({ ...front, categories: _.set(categories), ...(banners && { banners: _.set(banners) }) });
}

type Front = Pick<ShopRecord, 'name' | 'slogan' | 'notice' | 'logo' | 'categories'> & {
  banners?: Banner[] | undefined;
};

/** What prices of this shop follow from. */
export const termsOf = ({ freight, location, pickup, local, promotion }: ShopRecord): Terms => ({
  freight,
  location: location.coordinates,
  pickup,
  local,
  promotion,
});

/** A shop's terms in one line: what sending costs to most places, and its promotion. */
export function offerOf({ freight, promotion }: ShopRecord) {
  const rule = freight.rules.find(({ regions }) => regions.length === 0) ?? freight.rules[0];
  const { firstFee: fee = fen(0), freeFrom } = rule ?? {};
  return { freight: { fee, ...(freeFrom !== undefined && { freeFrom }) }, ...(promotion && { promotion }) };
}

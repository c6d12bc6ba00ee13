import { type Fen, fen } from '../../shared/kernel/money';
import type { FreightTemplate } from '../../shared/order/freight';
import type { Terms } from '../../shared/order/price';
import { readMany, readOne } from '../_runtime/database';

/** A shop. `location` is GCJ-02, as WeChat's maps use it. */
export interface ShopRecord {
  _id: string;
  name: string;
  slogan: string;
  notice: string;
  logo: string;
  address: string;
  location: { type: 'Point'; coordinates: [longitude: number, latitude: number] };
  openingHours: string;
  freight: FreightTemplate;
  /** Whether goods can be fetched at the shop. */
  pickup: boolean;
  /** The shop's own delivery: within this distance, for this fee, from this worth of goods on. */
  local?: { withinMetres: number; fee: Fen; from: Fen };
  /** 满减 */
  promotion?: { from: Fen; off: Fen };
  categories: { categoryId: string; name: string }[];
}

const collection = 'shops';

export const readShop = (shopId: string): Promise<ShopRecord | undefined> => readOne<ShopRecord>(collection, shopId);

export const readShops = (shopIds: readonly string[]): Promise<ShopRecord[]> =>
  readMany<ShopRecord>(collection, shopIds);

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

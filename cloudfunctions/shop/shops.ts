import type { Fen } from '../../shared/kernel/money';
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
  freight: { fee: Fen; freeFrom: Fen };
  categories: { categoryId: string; name: string }[];
}

const collection = 'shops';

export const readShop = (shopId: string): Promise<ShopRecord | undefined> => readOne<ShopRecord>(collection, shopId);

export const readShops = (shopIds: readonly string[]): Promise<ShopRecord[]> =>
  readMany<ShopRecord>(collection, shopIds);

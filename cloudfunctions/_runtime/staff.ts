import { type Role, staffId } from '../../shared/shop/role';
import { db, readOne } from './database';

/** Works in a shop; the id is made from shop and person, so there is one role for each pair. */
export interface StaffRecord {
  _id: string;
  shopId: string;
  openId: string;
  role: Role;
}

const collection = 'staff';

/** The person's role in the shop, if any. */
export async function roleIn(shopId: string, openId: string): Promise<Role | undefined> {
  return (await readOne<StaffRecord>(collection, staffId(shopId, openId)))?.role;
}

/** The shops where this person works; at most 100. */
export async function readWorkplaces(openId: string): Promise<StaffRecord[]> {
  const { data } = await db.collection(collection).where({ openId }).limit(100).get();
  return data as StaffRecord[];
}

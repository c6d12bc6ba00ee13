import { type Role, staffId } from '../../shared/shop/role';
import { db, readMany, readOne } from './database';

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

/** The roles of those of these persons (at most 100) who work in the shop, by openid. */
export async function rolesIn(shopId: string, openIds: readonly string[]): Promise<Map<string, Role>> {
  const ids = openIds.map((openId) => staffId(shopId, openId));
  return new Map((await readMany<StaffRecord>(collection, ids)).map(({ openId, role }) => [openId, role]));
}

/** The shops where this person works; at most 100. */
export async function readWorkplaces(openId: string): Promise<StaffRecord[]> {
  const { data } = await db.collection(collection).where({ openId }).limit(100).get();
  return data as StaffRecord[];
}

import { createHash } from 'node:crypto';
import { type Role, staffId } from '../../shared/shop/role';
import { _, db, insertMissing, readMany, readOne } from './database';

/** Works in a shop; the id is made from shop and person, so there is one role for each pair. */
export interface StaffRecord {
  _id: string;
  shopId: string;
  openId: string;
  role: Role;
  /** What the person is called at work. */
  name?: string;
  joinedAt?: number;
}

const collection = 'staff';

/** The person's place in the shop, if any. */
export const readStaff = (shopId: string, openId: string): Promise<StaffRecord | undefined> =>
  readOne<StaffRecord>(collection, staffId(shopId, openId));

/** Those of these persons (at most 100) who work in the shop, by openid. */
export async function readStaffAmong(shopId: string, openIds: readonly string[]): Promise<Map<string, StaffRecord>> {
  const ids = openIds.map((openId) => staffId(shopId, openId));
  return new Map((await readMany<StaffRecord>(collection, ids)).map((record) => [record.openId, record]));
}

/** The shops where this person works; at most 100. */
export async function readWorkplaces(openId: string): Promise<StaffRecord[]> {
  const { data } = await db.collection(collection).where({ openId }).limit(100).get();
  return data as StaffRecord[];
}

/** How many people may work in one shop. */
export const mostStaff = 50;

/** Everybody who works in a shop. */
export async function readStaffOf(shopId: string): Promise<StaffRecord[]> {
  const { data } = await db.collection(collection).where({ shopId }).limit(100).get();
  return data as StaffRecord[];
}

/** Gives a person a place in a shop, unless there is one. */
export const addStaff = (record: StaffRecord): Promise<void> => insertMissing(collection, [record]);

/** Changes the role of somebody who is not the owner. */
export async function setRole({ _id }: StaffRecord, role: Role): Promise<void> {
  await db
    .collection(collection)
    .where({ _id, role: _.neq('owner') })
    .update({ role });
}

/** Takes the place of somebody who is not the owner. */
export async function removeStaffRecord({ _id }: StaffRecord): Promise<void> {
  await db
    .collection(collection)
    .where({ _id, role: _.neq('owner') })
    .remove();
}

/** What a shop's phones know somebody by: an openid goes to none. */
export const memberIdOf = ({ _id }: Pick<StaffRecord, '_id'>): string =>
  createHash('sha256').update(_id).digest('base64url').slice(0, 24);

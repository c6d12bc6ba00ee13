import type { SegmentFacts } from '../../shared/crm/segment';
import type { Source } from '../../shared/traffic/sources';
import { _, db, insert, insertMissing, readMany, readOne } from '../_runtime/database';
import { keyedId } from '../fan/public';

/** What somebody of the shop wrote about a customer. */
export interface CustomerNote {
  noteId: string;
  text: string;
  /** openid */
  by: string;
  at: number;
}

/** What we know a customer by. */
export interface CustomerPerson {
  /** For the mini program; absent in a follower who is not known as a shopper. */
  openId?: string;
  unionId?: string;
  /** The follower that they are, while they follow. */
  fanId?: string;
}

/**
 * Somebody who bought at a shop, follows its account, or allowed it to write: one record for each shop and person. All but
 * tags, notes and messages is derived from orders, fans and touches (`keepCustomer.ts`). Amounts are fen, moments ms.
 */
export interface CustomerRecord extends SegmentFacts {
  _id: string;
  shopId: string;
  /** Goes up by one with each change; a change is written only over the version it was decided on. */
  version: number;
  person: CustomerPerson;
  name: string;
  /** The last four digits of the phone that the last parcel went to; '' when none did. */
  phoneTail: string;
  /** What brought them last. */
  source: Source | 'direct';
  tags: string[];
  notes: CustomerNote[];
  firstPaidAt?: number;
  madeAt: number;
  /** What lists are ordered by: when they last paid, or else when they came to be a customer. */
  lastAt: number;
  /** What they are found by: see `customerKeys.ts`. */
  keys: string[];
  /** When a campaign last wrote to them, and which. */
  messagedAt?: number;
  messagedFor?: string;
  /** They want no campaigns of this shop. */
  muted?: boolean;
}

const collection = 'customers';

export const customers = () => db.collection(collection);

/** The id of a customer: of a shopper by openid, of a follower who is no shopper by the fan's id. */
export const customerIdOf = (shopId: string, who: { openId: string } | { fanId: string }): string =>
  ('openId' in who ? keyedId('customer', shopId, who.openId) : keyedId('follower', shopId, who.fanId)).slice(0, 32);

export const readCustomer = (customerId: string): Promise<CustomerRecord | undefined> =>
  readOne<CustomerRecord>(collection, customerId);

export const readCustomers = (customerIds: readonly string[]): Promise<CustomerRecord[]> =>
  readMany<CustomerRecord>(collection, customerIds);

/** Reads a customer if they are this shop's; another shop's is not there. */
export async function readShopCustomer(customerId: string, shopId: string): Promise<CustomerRecord | undefined> {
  const customer = await readCustomer(customerId);
  return customer?.shopId === shopId ? customer : undefined;
}

/** Writes a customer over the one that was read, `undefined` for none. False when somebody else was faster. */
export async function writeCustomer(before: CustomerRecord | undefined, after: CustomerRecord): Promise<boolean> {
  if (!before) return (await insert(collection, after)) === 'inserted';
  const { updated } = await customers()
    .where({ _id: before._id, version: before.version })
    .update({ ...changes(before, after), version: before.version + 1 });
  return updated === 1;
}

/** The fields that differ, as an update: what is gone is removed. */
function changes(before: CustomerRecord, after: CustomerRecord): Record<string, unknown> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CustomerRecord>;
  return Object.fromEntries(
    [...fields]
      .filter((field) => field !== '_id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, after[field] === undefined ? _.remove() : _.set(after[field])]),
  );
}

/** Adds customers that are not there yet. */
export const insertCustomers = (records: readonly CustomerRecord[]): Promise<void> =>
  insertMissing(collection, records);

/** Removes a customer as it was read; false when somebody changed it meanwhile, or it was not there. */
export async function removeCustomer({ _id, version }: CustomerRecord): Promise<boolean> {
  return (await customers().where({ _id, version }).remove()).deleted === 1;
}

/** The customer of a shop who is known by a unionid. */
export async function readCustomerByUnionId(shopId: string, unionId: string): Promise<CustomerRecord | undefined> {
  return (await customers().where({ shopId, 'person.unionId': unionId }).limit(1).get()).data[0];
}

/** The customers who were this follower; at most 10. */
export async function readCustomersOfFan(fanId: string): Promise<CustomerRecord[]> {
  return (await customers().where({ 'person.fanId': fanId }).limit(10).get()).data as CustomerRecord[];
}

/** A shop's customers by their ids, at most `limit` beyond `after`. */
export async function walkCustomers(shopId: string, after: string, limit: number): Promise<CustomerRecord[]> {
  const { data } = await customers()
    .where({ shopId, _id: _.gt(after) })
    .orderBy('_id', 'asc')
    .limit(limit)
    .get();
  return data as CustomerRecord[];
}

/** Notes whether somebody wants campaigns of the shop; whoever sends asks this again at the last moment. */
export const muteCustomer = (customerId: string, muted: boolean) =>
  customers().where({ _id: customerId }).update({ muted });

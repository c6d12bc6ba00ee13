import type { Cells } from '../../shared/crm/cells';
import { type FanRecord, noteFanTold, readFansToTell } from '../fan/public';
import { composeCustomer } from './composeCustomer';
import {
  type CustomerRecord,
  customerIdOf,
  insertCustomers,
  readCustomerByUnionId,
  readCustomers,
  readCustomersOfFan,
  removeCustomer,
} from './customers';
import { changeOf, keepCustomer } from './keepCustomer';
import { addToBooks } from './settleCustomers';

const atOnce = 100;
const mostARun = 5_000;

/**
 * Tells customers of follows and departures. A follower who is no known shopper is a customer of their own; when they leave,
 * that record goes with all that was noted on it. Answers how many fans.
 */
export async function settleFollowers(now: number): Promise<number> {
  let told = 0;
  while (told < mostARun) {
    const fans = await readFansToTell(atOnce);
    if (fans.length === 0) break;
    const strangers = fans.filter(isStranger);
    const known = fans.filter((fan) => !isStranger(fan));
    const changes = [
      ...(await addStrangers(strangers, now)),
      ...(await Promise.all(known.map((fan) => tellShoppers(fan, now)))).flat(),
    ];
    await addToBooks(changes, now);
    await Promise.all(fans.map(noteFanTold));
    told += fans.length;
  }
  return told;
}

interface Change {
  shopId: string;
  cells: Cells;
}

/** Whether nothing yet says which shopper a follower is. */
const isStranger = ({ follows, person }: FanRecord): boolean =>
  follows && person?.shopperOpenId === undefined && person?.unionId === undefined;

/** Followers of whom only that is known, in one write. */
async function addStrangers(fans: readonly FanRecord[], now: number): Promise<Change[]> {
  if (fans.length === 0) return [];
  const fresh = await Promise.all(fans.map((fan) => followerOf(fan, now)));
  const known = new Set((await readCustomers(fresh.map(({ _id }) => _id))).map(({ _id }) => _id));
  const added = fresh.filter(({ _id }) => !known.has(_id));
  await insertCustomers(added);
  return added.map((customer) => ({ shopId: customer.shopId, cells: changeOf(undefined, customer) }));
}

async function followerOf({ _id: fanId, shopId, at }: FanRecord, now: number): Promise<CustomerRecord> {
  const ids = { _id: customerIdOf(shopId, { fanId }), shopId };
  const found = { person: { fanId }, bought: undefined, source: 'officialAccount' as const };
  return { ...composeCustomer(ids, undefined, found, undefined, now), madeAt: at * 1000, lastAt: at * 1000 };
}

/** Whoever this fan is or was as a shopper is told; one who is nobody's is kept or removed on its own. */
async function tellShoppers(fan: FanRecord, now: number): Promise<Change[]> {
  const { _id: fanId, shopId, follows } = fan;
  const openIds = await shoppersOf(fan);
  const cells = await Promise.all(openIds.map((openId) => keepCustomer(unionOf(fan, openId), now)));
  if (follows) return openIds.length > 0 ? cells.map((each) => ({ shopId, cells: each })) : addStrangers([fan], now);
  const [follower] = await readCustomers([customerIdOf(shopId, { fanId })]);
  const left = follower && (await removeCustomer(follower)) ? changeOf(follower, undefined) : {};
  return [...cells, left].map((each) => ({ shopId, cells: each }));
}

const unionOf = ({ shopId, person }: FanRecord, openId: string) => ({ shopId, openId, unionId: person?.unionId });

async function shoppersOf({ _id: fanId, shopId, person }: FanRecord): Promise<string[]> {
  const [byUnionId, were] = await Promise.all([
    person?.unionId === undefined ? undefined : readCustomerByUnionId(shopId, person.unionId),
    readCustomersOfFan(fanId),
  ]);
  const openIds = [person?.shopperOpenId, ...[byUnionId, ...were].map((customer) => customer?.person.openId)];
  return [...new Set(openIds.flatMap((openId) => openId ?? []))];
}

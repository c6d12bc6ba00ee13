import { addCells, type Cells, cellOf } from '../../shared/crm/cells';
import type { RfmCuts } from '../../shared/crm/rfm';
import { readFanOf } from '../fan/public';
import { sumBuyers } from '../order/public';
import { readTouches } from '../traffic/public';
import { readBook } from './books';
import { type CustomerSources, composeCustomer, merged } from './composeCustomer';
import { type CustomerRecord, customerIdOf, readCustomer, removeCustomer, writeCustomer } from './customers';

/** Chores, a walk and the shop's own hand may meet at one customer; more than these rounds is a fault. */
const rounds = 8;

/** Whom to keep. */
export interface Shopper {
  shopId: string;
  openId: string;
  unionId?: string | undefined;
  /** They came to be a customer otherwise: by allowing messages, or by wanting none. */
  comes?: boolean;
}

/**
 * Brings the customer that a shopper is in line with their orders, the follow and what brought them; whoever was known as
 * follower only is this one from then on. Answers by how much the shop's counts change. Safe twice and side by side.
 */
export async function keepCustomer(shopper: Shopper, now: number): Promise<Cells> {
  const { shopId, openId } = shopper;
  const _id = customerIdOf(shopId, { openId });
  for (let round = 0; round < rounds; round += 1) {
    // Before what it is made of, so that whatever changes after this read is written over a newer version.
    const before = await readCustomer(_id);
    const [found, book] = await Promise.all([readSources(shopper, before), readBook(shopId)]);
    const { fanId } = found.person;
    const follower = fanId === undefined ? undefined : await readCustomer(customerIdOf(shopId, { fanId }));
    const isNone = !before && !found.bought && fanId === undefined && !shopper.comes;
    const kept = isNone ? undefined : keptAs(before, found, { _id, shopId }, book?.cuts, now);
    const after = kept && follower ? merged(kept, follower) : kept;
    const written = await writeOver(before, after);
    if (!written) continue;
    const left = follower && (await removeCustomer(follower)) ? { [cellOf(follower)]: -1 } : {};
    return addCells(changeOf(before, after), left);
  }
  throw new Error(`customer ${_id} keeps changing`);
}

async function readSources(
  { shopId, openId, unionId: told }: Shopper,
  before: CustomerRecord | undefined,
): Promise<CustomerSources> {
  const [bought, touches] = await Promise.all([
    sumBuyers(shopId, [openId]).then((sums) => sums.get(openId)),
    readTouches(openId, [shopId]),
  ]);
  const unionId = told ?? bought?.unionId ?? before?.person.unionId;
  const fan = await readFanOf(shopId, openId, unionId);
  return {
    person: { openId, ...(unionId !== undefined && { unionId }), ...(fan && { fanId: fan._id }) },
    bought,
    source: touches.get(shopId)?.last?.source,
  };
}

/** The customer to keep; the very same one when nothing is new. */
function keptAs(
  before: CustomerRecord | undefined,
  found: CustomerSources,
  ids: Pick<CustomerRecord, '_id' | 'shopId'>,
  cuts: RfmCuts | undefined,
  now: number,
): CustomerRecord {
  const after = composeCustomer(ids, before, found, cuts, now);
  return before && isSame(before, after) ? before : after;
}

const isSame = (one: CustomerRecord, other: CustomerRecord): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof CustomerRecord)[]).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );

const writeOver = async (before: CustomerRecord | undefined, after: CustomerRecord | undefined): Promise<boolean> =>
  after === undefined || after === before || writeCustomer(before, after);

/** How counts change when one customer comes, goes or becomes another. */
export const changeOf = (before: CustomerRecord | undefined, after: CustomerRecord | undefined): Cells =>
  addCells(before ? { [cellOf(before)]: -1 } : {}, after ? { [cellOf(after)]: 1 } : {});

import type { Operation } from '../../shared/kernel/operation';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { contracts, rightInputs } from './rightInputs';

let storefront: Storefront;
let ann: Caller;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront([], undefined, { LIMIT_FACTOR: '1' });
  [ann, owner] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)]);
});
afterAll(() => storefront.close());

const all = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.entries<Operation>(contract).map(([operation, { who, limit }]) => ({ domain, operation, who, limit })),
);
const limited = all.flatMap(({ limit, ...each }) => (limit ? [{ ...each, ...limit }] : []));

/** What shoppers write without a limit, and what bounds it instead. */
const boundedOtherwise: Record<string, string> = {
  setCartLine: 'one record a person, of 50 lines',
  buyAgain: 'the same record',
  removeAddress: 'removes; what can be saved again is limited',
  cancelOrder: 'once for each order, and orders are limited',
  confirmReceipt: 'once for each order',
  withdrawAfterSale: 'once for each case, and cases are limited',
  sendReturn: 'once for each case',
  setMessagePreferences: 'one choice for each shop that is there',
  exportMyData: 'a right; it reads a page of records by index',
  deleteMyAccount: 'a right; the second time there is nothing left to do',
};

test('whatever shoppers write has a limit, or is bounded otherwise, and says how', () => {
  const writes = all.filter(({ who, operation }) => who === 'shopper' && !/^(get|list|preview)[A-Z]/.test(operation));
  const open = writes.filter(({ limit }) => !limit).map(({ operation }) => operation);
  expect(open.sort()).toEqual(Object.keys(boundedOtherwise).sort());
});

test('a limit is of people who can be told apart, and leaves a window of a minute to a day', () => {
  for (const { who, times, seconds, beside, operation } of limited) {
    expect([operation, who]).not.toEqual([operation, 'anyone']);
    expect([operation, times >= 5, seconds >= 60, seconds <= 86_400]).toEqual([operation, true, true, true]);
    // For staff the runtime counts beside the role, so nobody has to ask.
    if (who !== 'shopper') expect([operation, beside]).toEqual([operation, undefined]);
  }
});

test.each(
  limited,
)('$operation of $domain: beyond $times in $seconds s it says until when, and then goes on', async (each) => {
  const { domain, operation, who, times, seconds } = each;
  const caller = who === 'shopper' ? ann : owner;
  const send = () => caller.send(domain, { operation, input: rightInputs[`${domain}.${operation}`] });
  const now = await storefront.now();
  const window = Math.floor(now / (seconds * 1_000));
  const until = (window + 1) * seconds * 1_000;
  const attempts = storefront.cloudbase.database().collection('attempts');
  const _id = `${caller.person.openId}~${domain}.${operation}~${window}`;
  await attempts.doc(_id).set({ openId: caller.person.openId, count: times - 1, first: 'an earlier one', until });

  expect(await send()).not.toMatchObject({ refusal: { code: 'TOO_OFTEN' } });
  expect(await send()).toEqual({ ok: false, refusal: { code: 'TOO_OFTEN', until } });
  expect((await attempts.doc(_id).get()).data).toMatchObject([{ count: times }]);
  await storefront.advance(until - now);
  expect(await send()).not.toMatchObject({ refusal: { code: 'TOO_OFTEN' } });
});

test('of forty who claim at once for one person, exactly as many as the limit says get through', async () => {
  await storefront.advance(3_600_000);
  const claim = (number: number) =>
    ann.call('coupon.claimCoupon', { templateId: 'no-such-template', claimId: `hoard-${number}` });
  const answers = await Promise.all(Array.from({ length: 40 }, (_none, number) => claim(number)));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
  expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(20);
  expect(codes.filter((code) => code === 'TOO_OFTEN')).toHaveLength(20);
});

test('what was counted is forgotten when its window is over', async () => {
  await storefront.advance(86_400_000);
  await storefront.tick('upkeep');
  expect(await storefront.cloudbase.database().collection('attempts').count()).toMatchObject({ total: 0 });
});

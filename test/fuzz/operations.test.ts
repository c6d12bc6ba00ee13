import fc from 'fast-check';
import * as v from 'valibot';
import type { Operation } from '../../shared/kernel/operation';
import { askedAndAnswered } from '../journeys/askedAndAnswered';
import { contracts, rightInputs } from '../journeys/rightInputs';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { growInput, type IdsFor } from './growInput';
import { problemWith } from './problemWith';
import { spoilInput } from './spoilInput';
import { idsIn, readWorld, trespasses } from './World';

/** `FUZZ=10000 npm test -- fuzz/operations` is the whole of it: so many inputs for each operation. `SEED` repeats a run. */
const times = Number(process.env.FUZZ ?? 10);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
const atOnce = 8;

/** Who calls, the least first: what somebody may do changes the world for who comes after. */
const callers = [
  { name: 'nobody', shopIds: [] },
  { name: 'a shopper', person: shoppers[3], shopIds: [] },
  { name: 'the owner of another shop', person: sellers.neighbour, shopIds: ['fenhe'] },
  { name: 'a clerk', person: sellers.clerk, shopIds: ['jinmei'] },
  { name: 'the owner', person: sellers.owner, shopIds: ['jinmei'] },
] as const;
const share = Math.ceil(times / callers.length);

const operations = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.entries(contract).map(([name, operation]) => ({ domain, name, operation })),
);

let storefront: Storefront;
let idsFor: IdsFor;

beforeAll(async () => {
  storefront = await openStorefront();
  const [victim, owner] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)]);
  await askedAndAnswered(victim, owner, 'victim-order-01');
  await victim.ask('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: 'victim-claim' });
  await victim.ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 3 });
  await storefront.tick('people');
  idsFor = await knownIds(owner);
});
afterAll(() => storefront.close());

test.each(callers)(
  `$name sends ${share} inputs to every operation: answers, named refusals, nobody else’s records (SEED=${seed})`,
  async ({ name, shopIds, ...who }) => {
    const caller = 'person' in who ? await storefront.as(who.person) : await storefront.asNobody();
    const before = await readWorld(storefront);
    const problems: string[] = [];
    for (const { domain, name: operation, operation: described } of operations) {
      const inputs = inputsOf(
        `${domain}.${operation}`,
        described,
        share,
        seed + callers.findIndex((each) => each.name === name),
      );
      await inTurns(inputs, async (input) => {
        const problem = await problemWith(described, () => caller.send(domain, { operation, input }));
        if (problem) problems.push(`${domain}.${operation}: ${problem} on ${JSON.stringify(input)?.slice(0, 2_000)}`);
      });
    }
    const openId = 'person' in who ? { openId: who.person.openId } : {};
    problems.push(...trespasses(before, await readWorld(storefront), { shopIds, ...openId }));
    expect(problems.slice(0, 20)).toEqual([]);
  },
  4 * 3_600_000,
);

test('of every operation some inputs go further than the schema', () => {
  const rightOnes = operations.map(({ domain, name, operation }) => {
    const inputs = inputsOf(`${domain}.${name}`, operation, 120, seed);
    const right = inputs.filter((input) => v.is(operation.input, JSON.parse(JSON.stringify(input)))).length;
    return [`${domain}.${name}`, right / inputs.length] as const;
  });
  expect(rightOnes.filter(([, right]) => right < 0.01)).toEqual([]);
});

function inputsOf(name: string, { input }: Operation, numRuns: number, chosen: number): unknown[] {
  return fc.sample(spoilInput(growInput(input, rightInputs[name], idsFor)), { numRuns, seed: chosen });
}

/** A few at a time, as many people's phones would. */
async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await act(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Where the ids of a field are found, beside those whose collection is called like the field. */
const collectionsOf: Record<string, string> = {
  templateId: 'couponTemplates',
  moveId: 'stockMoves',
  checkoutId: 'orders',
  grantId: 'coupons',
  claimId: 'coupons',
  categoryId: 'products',
};

/** Every id that there is, so that people name what is not theirs; and the members of a shop, whose ids are made up. */
async function knownIds(owner: Caller): Promise<IdsFor> {
  const ids = idsIn(await readWorld(storefront));
  const { staff } = await owner.ask('shop.listStaff', { shopId: 'jinmei' });
  const extra: Record<string, string[]> = {
    memberId: staff.map(({ memberId }) => memberId),
    caseId: ['screens-1', 'screens-2'],
    shopId: ['jinmei', 'fenhe', 'jinmei', 'fenhe', 'nowhere'],
  };
  return (field) => {
    const one = field.replace(/s$/, '');
    return extra[one] ?? ids.get(collectionsOf[one] ?? one.replace(/Id$/, 's'))?.slice(0, 500) ?? [];
  };
}

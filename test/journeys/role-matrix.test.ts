import type { Who } from '../../shared/kernel/operation';
import { mayAct } from '../../shared/shop/role';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { contracts, rightInputs } from './rightInputs';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const other = 'fenhe';

/** Who calls, with what say in which shop, the least first: what a person may do, changes the world for who comes after. */
const people = [
  { person: shoppers[3] },
  { person: sellers.neighbour, role: 'owner', in: other },
  { person: sellers.clerk, role: 'clerk', in: shopId },
  { person: sellers.manager, role: 'manager', in: shopId },
  { person: sellers.owner, role: 'owner', in: shopId },
] as const;

const operations = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.entries(contract).map(([operation, { who }]) => ({ name: `${domain}.${operation}`, domain, operation, who })),
);

/** Whether the contract lets a person in: everybody who is signed in, or by the role in the shop that the input names. */
const lets = (who: Who, each: (typeof people)[number], named: string): boolean =>
  who === 'anyone' || who === 'shopper' || mayAct('role' in each && each.in === named ? each.role : undefined, who);

test.each(
  operations,
)('$name lets in whom its contract names ($who), and nobody else, in this shop and the next', async (called) => {
  const { name, domain, operation, who } = called;
  const input = rightInputs[name] ?? {};
  for (const each of people) {
    const caller = await storefront.as(each.person);
    for (const named of 'shopId' in input ? [other, shopId] : [shopId]) {
      const answer = await caller.send(domain, {
        operation,
        input: { ...input, ...('shopId' in input && { shopId: named }) },
      });
      const letIn = !isRefused(answer, 'NOT_ALLOWED');
      expect([each.person.role, named, letIn]).toEqual([each.person.role, named, lets(who, each, named)]);
      expect(isRefused(answer, 'INVALID_INPUT', 'TRY_AGAIN', 'SIGN_IN_REQUIRED')).toBe(false);
    }
  }
  const answer = await (await storefront.asNobody()).send(domain, { operation, input });
  expect(isRefused(answer, 'SIGN_IN_REQUIRED')).toBe(who !== 'anyone');
});

type Answer = Awaited<ReturnType<Caller['send']>>;

const isRefused = (answer: Answer, ...codes: string[]): boolean => !answer.ok && codes.includes(answer.refusal.code);

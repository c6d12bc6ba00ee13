import * as v from 'valibot';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';
import { contracts, rightInputs } from './rightInputs';

let storefront: Storefront;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  owner = await storefront.as(sellers.owner);
});
afterAll(() => storefront.close());

const operations = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.keys(contract).map((operation) => `${domain}.${operation}`),
);

test.each(operations)('%s refuses every malformed field by its name and writes nothing', async (name) => {
  const [domain = '', operation = ''] = name.split('.');
  const input = rightInputs[name];
  if (!input) throw new Error(`say in rightInputs.ts what a right input of ${name} is`);
  const schema = contracts[domain]?.[operation]?.input;
  expect(schema && v.safeParse(schema, input).success).toBe(true);

  const before = await everything();
  for (const wrong of ['', 'x', null, 7]) {
    expect(await owner.send(domain, { operation, input: wrong })).toMatchObject({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'input' },
    });
  }
  for (const field of fieldsOf(input)) {
    for (const wrong of [null, { $gt: '' }, '\u0000', 1e99, ...(isDegrees(field) ? [] : [-1.5]), 'x'.repeat(20_001)]) {
      const answer = await owner.send(domain, { operation, input: withField(input, field, wrong) });
      expect([field, wrong, answer]).toMatchObject([field, wrong, { ok: false, refusal: { code: 'INVALID_INPUT' } }]);
      expect(answer.ok ? '' : answer.refusal.field).toMatch(new RegExp(`^${field}(\\.|$)`));
    }
  }
  expect(await everything()).toEqual(before);
});

/** Where a negative number with a fraction is right. */
const isDegrees = (field: string): boolean => /(^|\.)(longitude|latitude|west|south|east|north)$/.test(field);

test('an operation that is not in the contract is refused, whatever its name', async () => {
  for (const operation of ['', 'toString', 'constructor', '__proto__', 7, null, {}]) {
    expect(await owner.send('order', { operation, input: {} })).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'operation' },
    });
  }
});

test('a SKU repeated over two lines is refused', async () => {
  const line = { skuId: 'vinegar-8y-1', quantity: 1 };
  const baskets = [{ shopId: 'jinmei', lines: [line, line] }];
  const answer = await owner.call('order.previewCheckout', { baskets });
  expect(answer).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'baskets.0.lines' } });
});

test('every operation for staff says which shop, as serve needs it', () => {
  for (const contract of Object.values(contracts)) {
    for (const { who, input } of Object.values(contract)) {
      const shapes = ('options' in input ? input.options : [input]) as { entries: object }[];
      if (who === 'anyone' || who === 'shopper') continue;
      for (const { entries } of shapes) expect(Object.keys(entries)).toContain('shopId');
    }
  }
});

/** How many records there are of what these operations could have written. */
async function everything(): Promise<unknown> {
  const db = storefront.cloudbase.database();
  const counts = [
    ...['orders', 'carts', 'addresses', 'stockMoves', 'coupons', 'couponTemplates'],
    ...['officialAccounts', 'followCodes', 'visits', 'touches', 'channels', 'adSpends'],
    ...['customers', 'segments', 'campaigns', 'messageQuotas'],
    ...['articles', 'articleProducts', 'articleMarks', 'comments', 'commentRules'],
  ].map(async (name) => (await db.collection(name).count()).total);
  const sku = await db.collection('skus').doc('vinegar-8y-1').get();
  return [await Promise.all(counts), sku.data];
}

const fieldsOf = (value: unknown, path = ''): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = path ? `${path}.${key}` : key;
        return [here, ...fieldsOf(inner, here)];
      })
    : [];

function withField(input: object, field: string, wrong: unknown): object {
  const copy = structuredClone(input);
  const steps = field.split('.');
  const last = steps.pop() ?? '';
  let place = copy as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = wrong;
  return copy;
}

/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';
import { mutants, withMutant } from './mutants';
import { WeappHost } from './WeappHost';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

/** The first steps of every purchase. */
async function buys(dist: string): Promise<void> {
  const phone = new WeappHost({ dist, url: storefront.emulator.url });
  await phone.launch(shoppers[0].openId, 'packages/trade/product/index?productId=vinegar-8y');
  await phone.tap('buy-now');
  await phone.tap('sheet-confirm');
  expect(phone.routes.at(-1)).toBe('packages/trade/checkout/index');
}

test('in exparser, the whole mini program sells', () => buys(paths.weapp));

test.each(Object.keys(mutants) as (keyof typeof mutants)[])('in exparser, nobody buys where %s', (name) =>
  withMutant(paths.weapp, name, (dist) => expect(buys(dist)).rejects.toThrow()));

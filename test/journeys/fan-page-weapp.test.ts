/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { fanJourney } from './fanJourney';
import { loopJourney } from './loopJourney';
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test('in the mini program, an owner binds an account, and followers have what the shop gives them', async () => {
  const phones = weappDriver(paths.weapp, storefront.emulator.url);
  await fanJourney(phones, storefront);
  await phones.close();
});

test('in the mini program, the loop closes: article, order, follow, welcome, article, order, report', async () => {
  const phones = weappDriver(paths.weapp, storefront.emulator.url);
  await loopJourney(phones, storefront);
  await phones.close();
});

/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { readerJourney, writerJourney } from './articleJourney';
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test.each([
  ['a reader finds, buys, likes and asks', readerJourney],
  ['a clerk writes and publishes', writerJourney],
])('in the mini program, %s', async (_what, journey) => {
  const driver = weappDriver(paths.weapp, storefront.emulator.url);
  await journey(driver);
  await driver.close();
});

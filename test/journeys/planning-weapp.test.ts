/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { planningJourney } from './planningJourney';
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test('in the mini program, an owner plans for tomorrow, and tomorrow it is so', async () => {
  const person = weappDriver(paths.weapp, storefront.emulator.url);
  await planningJourney(person, storefront);
  await person.close();
});

/** @jest-environment ./test/engines/PhoneEnvironment.ts */

import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';
import { WeappHost } from './WeappHost';

let storefront: Storefront;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test('launch', async () => {
  const host = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  await host.launch(shoppers[0].openId, 'pages/home/index');
  console.log(host.text().slice(0, 500), host.complaints, host.routes);
});

import type { Browser } from 'playwright-core';
import { paths } from '../../../scripts/paths';
import { launchChromium } from '../../support/browser/launchChromium';
import { openPhone } from '../../support/browser/Phone';
import { openStorefront, type Storefront } from '../../support/Storefront';
import { shoppers } from '../../support/world/people';
import { mutants, withMutant } from '../mutants';
import { DrawnPhone } from './DrawnPhone';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  [storefront, browser] = await Promise.all([openStorefront(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

/** The first steps of every purchase, by touch. */
async function buys(dist: string): Promise<void> {
  const { page } = await openPhone(browser);
  const phone = new DrawnPhone({ dist, url: storefront.emulator.url, page });
  await phone.launch(shoppers[0].openId, 'packages/trade/product/index?productId=vinegar-8y', 1001);
  for (const id of ['buy-now', 'sheet-confirm', 'place-order']) {
    const button = page.locator(`[id$="--${id}"]:visible`);
    // Nothing is under way, so what is not there now will not come.
    if ((await button.count()) !== 1) throw new Error(`#${id} is not on the screen`);
    if (id !== 'place-order') await button.tap();
    await phone.idle();
  }
  await page.context().close();
}

test('drawn by glass-easel, the whole mini program sells', () => buys(paths.weapp));

test.each(Object.keys(mutants) as (keyof typeof mutants)[])('drawn by glass-easel, nobody buys where %s', (name) =>
  withMutant(paths.weapp, name, (dist) => expect(buys(dist)).rejects.toThrow('is not on the screen')));

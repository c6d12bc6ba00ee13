import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { fen } from '../../shared/kernel/money';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { bindShop } from '../support/OfficialDoor';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { browserDriver } from './browserDriver';
import { fanJourney } from './fanJourney';
import { loopJourney } from './loopJourney';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('in a browser, an owner binds an account, and followers have what the shop gives them', async () => {
  const person = await browserDriver(browser, storefront.emulator.url);
  await fanJourney(person, storefront);
  await person.close();
});

test('in a browser, the loop closes: article, order, follow, welcome, article, order, report', async () => {
  const person = await browserDriver(browser, storefront.emulator.url);
  await loopJourney(person, storefront);
  await person.close();
});

test('by night and on the narrowest phone: the account, the follow card, the member’s price', async () => {
  const owner = await storefront.as(sellers.owner);
  const skuId = 'garlic-vinegar-1';
  await bindShop(storefront, owner, 'jinmei', { verified: false });
  await owner.ask('shop.setFollowerPrice', { shopId: 'jinmei', skuId, followerPrice: fen(1_700) });
  const benefit = { kind: 'followerPrice' } as const;
  await owner.ask('fan.setFollowBenefit', { shopId: 'jinmei', benefit, places: ['home', 'product'], text: '' });
  await owner.ask('fan.describeAccount', { shopId: 'jinmei', sameEntity: true, originalId: 'gh_0123456789ab' });
  for (const [look, name] of [
    [{ ...usualLook, colorScheme: 'dark' }, 'dark'],
    [{ ...usualLook, width: 320, height: 568 }, '320'],
  ] as const) {
    const person = await browserDriver(browser, storefront.emulator.url, look);
    await person.actAs(sellers.owner);
    await person.open('packages/seller/account/index?shopId=jinmei');
    await person.see('没有通过微信认证');
    await person.screenshot(`account-${name}`);
    await person.actAs(shoppers[2]);
    await person.open('packages/trade/product/index?productId=garlic-vinegar');
    await person.see('关注我们的公众号');
    await person.screenshot(`product-member-${name}`);
    await person.tap('follow-product');
    await person.see('可以在微信里搜索店铺的名字');
    await person.screenshot(`follow-code-${name}`);
    await person.open('pages/home/index');
    await person.see('会员价');
    await person.screenshot(`home-member-${name}`);
    await person.close();
  }
});

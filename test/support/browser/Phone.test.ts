import type { Browser } from 'playwright-core';
import { launchChromium } from './launchChromium';
import { openPhone } from './Phone';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
  ['an error on the console', 'console.error("the shop is shut")', 'the shop is shut'],
  ['an uncaught error', 'throw new Error("no such tea")', 'no such tea'],
  ['a promise nobody catches', 'Promise.reject(new Error("no such cup"))', 'no such cup'],
])('%s comes out when the phone is put away', async (_what, script, words) => {
  const phone = await openPhone(browser);
  await phone.page.setContent(`<script>${script}</script>`);
  await expect(phone.close()).rejects.toThrow(words);
});

test('a page without faults is put away quietly', async () => {
  const phone = await openPhone(browser);
  await phone.page.setContent('<p>all well</p>');
  await phone.close();
});

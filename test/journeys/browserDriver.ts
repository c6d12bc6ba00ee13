import type { Browser, Locator, Page } from 'playwright-core';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { type Look, openPhone, type Phone, usualLook } from '../support/browser/Phone';
import { reach } from '../support/browser/reach';
import { until } from '../support/until';
import type { DemoPerson } from '../support/world/people';
import { browserNetwork } from './browserNetwork';
import { type Driver, isSaid } from './Driver';

/** Drives the H5 build in a browser. Taro keeps the pages below in the document, so only what is visible counts. */
export async function browserDriver(browser: Browser, url: string, look: Look = usualLook): Promise<Driver> {
  const phone = await openPhone(browser, look);
  const { page } = phone;
  const the = (id: string): Locator => page.locator(`[id="${id}"]:visible`);
  return {
    network: browserNetwork(phone),
    actAs: (person) => signIn(phone, url, person),
    open: async (address) => {
      await page.goto('about:blank');
      await page.goto(`${url}/#/${address}`);
    },
    tap: async (id) => {
      await reach(the(id));
      await the(id).tap();
    },
    type: async (id, text) => {
      await the(id).locator('input, textarea').fill(text);
    },
    tapAndPay: async (id, outcome, meanwhile) => {
      await the(id).tap();
      await meanwhile?.();
      await page.locator('#cashier-confirm').waitFor();
      await keepScreenshot(page, 'cashier');
      await page.locator(outcome === 'pay' ? '#cashier-confirm' : '#cashier-cancel').tap();
    },
    confirmOn: async (id) => {
      await the(id).tap();
      await page.locator('.taro-modal__foot > div:visible').last().tap();
    },
    switchTab: (name) => page.locator('.weui-tabbar__item', { hasText: name }).tap(),
    back: async () => void (await page.goBack()),
    text: (id) => textOf(the(id)),
    says: (id, words) => says(the(id), words),
    value: (id) => the(id).locator('input, textarea').inputValue(),
    see: (words) => see(page, words),
    screenshot: (name) => keepScreenshot(page, name),
    close: () => phone.close(),
  };
}

async function signIn({ page }: Phone, url: string, { openId }: DemoPerson): Promise<void> {
  // The answer's cookie is the identity; the browser keeps it for the page.
  await page.request.post(`${url}/_emulator/actAs`, { data: { openId } });
}

const textOf = async (locator: Locator): Promise<string> => (await locator.innerText()).replace(/\s+/g, '');

async function says(locator: Locator, words: string | RegExp): Promise<void> {
  await reach(locator);
  await until(async () => isSaid(words, await textOf(locator))).catch(async () => {
    throw new Error(`no “${words}” in “${await textOf(locator)}”`);
  });
}

async function see(page: Page, words: string): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

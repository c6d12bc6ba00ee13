import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { readerJourney, writerJourney } from './articleJourney';
import { browserDriver } from './browserDriver';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5, picturesDir: paths.pictures };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test.each([
  ['a reader finds, buys, likes and asks', readerJourney],
  ['a clerk writes and publishes', writerJourney],
])('in a browser, %s', async (_what, journey) => {
  const driver = await browserDriver(browser, storefront.emulator.url);
  await journey(driver);
  await driver.close();
});

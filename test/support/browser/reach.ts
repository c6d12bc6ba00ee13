import type { Locator } from 'playwright-core';
import { until } from '../until';

/**
 * Resolves when an element can be seen. Long lists have only the rows near the screen in the document, so while there
 * are rows that stay away, it scrolls on, as a person does who looks for something.
 */
export async function reach(wanted: Locator): Promise<void> {
  const page = wanted.page();
  await until(async () => {
    if ((await wanted.count()) > 0) return true;
    if ((await page.locator('.long-list__away:visible').count()) > 0) await page.mouse.wheel(0, 300);
    return false;
  }).catch(async () => {
    throw new Error(`${wanted} is not on the page, which says: ${await page.locator('body').innerText()}`);
  });
}

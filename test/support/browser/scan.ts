import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds that is serious or critical below `root`, as `rule × places, the first place`; with `only`, by these
 * rules alone.
 */
export async function scan(page: Page, root: string, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(runAxe, { root, only: only && [...only] });
}

/** Runs in the page. */
async function runAxe({ root, only }: { root: string; only: string[] | undefined }): Promise<string[]> {
  const { axe: scanner } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await scanner.run(document.querySelector(root) ?? document.body, {
    resultTypes: ['violations'],
    rules: { 'label-content-name-mismatch': { enabled: true } },
    ...(only && { runOnly: { type: 'rule', values: only } }),
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} × ${nodes.length}, ${nodes[0]?.html.slice(0, 160)}`);
}

/** The least that a finger needs in both directions, in CSS px (88 rpx on a phone of 375 px). */
const leastTarget = 44;

/**
 * What can be tapped in sight and is smaller than a finger, as `class w×h`. What a style sheet adds around an element by
 * `::after` belongs to it. Choices in a row may be as narrow as their words.
 */
export const findSmallTargets = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll(measure, leastTarget);

/** Runs in the page. */
function measure(elements: readonly Element[], least: number): string[] {
  const reachOf = (element: Element, side: string): number => {
    const after = getComputedStyle(element, '::after');
    return after.content === 'none' || after.position !== 'absolute'
      ? 0
      : Math.max(0, -Number.parseFloat(after.getPropertyValue(side)) || 0);
  };
  const small = elements.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    const wide = Math.round(width + reachOf(element, 'left') + reachOf(element, 'right'));
    const high = Math.round(height + reachOf(element, 'top') + reachOf(element, 'bottom'));
    return wide < least || high < least
      ? [`${element.className.toString().replace('pressable', '').trim()} ${wide}×${high}`]
      : [];
  });
  return [...new Set(small)];
}

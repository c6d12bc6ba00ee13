/** How far a rule is seen to here: measured on the running mini program, read off the build, or only on a phone. */
type Seen = 'checked here' | 'checked statically' | 'needs a device';

interface AuditRule {
  /** WeChat's rule, in short, with its pass mark. */
  rule: string;
  seen: Seen;
  /** The test that looks, or what a device would have to show. */
  by: string;
}

/** The rules of WeChat's published audit (体验评分) and of its package limits, and who looks. */
const auditRules: readonly AuditRule[] = [
  { rule: 'main package and each subpackage ≤ 2 MB', seen: 'checked statically', by: 'budgets: 700 KB and 500 KB' },
  { rule: 'setData ≤ 256 KB at once', seen: 'checked here', by: 'budgets: 48 KB a page, 12 KB a next page' },
  { rule: 'setData ≤ 20 times a second', seen: 'checked here', by: 'budgets: 4 before the first content' },
  { rule: 'no data in setData that no template binds', seen: 'checked here', by: 'unboundData' },
  { rule: 'WXML < 1000 nodes', seen: 'checked here', by: 'budgets: 600 after 500 items' },
  { rule: 'WXML depth < 30', seen: 'checked here', by: 'budgets: 24' },
  { rule: 'children of a node ≤ 60', seen: 'checked here', by: 'budgets' },
  { rule: 'no exception in JavaScript', seen: 'checked here', by: 'every journey ends with no complaint' },
  { rule: 'tap targets ≥ 20 px', seen: 'checked here', by: 'reachable-drawn-weapp: 44 px' },
  { rule: 'contrast of text', seen: 'checked here', by: 'reachable-drawn-weapp, accessible-h5, tokens: 4.5 : 1' },
  { rule: 'every component that is declared is used', seen: 'checked statically', by: 'unusedComponents' },
  { rule: 'every template and style sheet compiles', seen: 'checked statically', by: 'engines/static' },
  { rule: 'lists and maps are not sent anew by typing', seen: 'checked here', by: 'budgets: gestures' },
  { rule: 'requests ≤ 10 at once', seen: 'checked here', by: 'budgets: 4 before the first content' },
  { rule: 'no request slower than 1 s', seen: 'needs a device', by: 'the network of a phone' },
  { rule: 'first screen ≤ 5 s', seen: 'needs a device', by: 'the processor of a phone' },
  { rule: 'no long task while scrolling', seen: 'needs a device', by: 'the processor of a phone' },
  { rule: 'pictures ≤ display × DPR²', seen: 'needs a device', by: 'stored pictures come in one size' },
];

/** Which rules are seen to here, and where: one line a rule. */
export function auditTable(): string {
  const width = Math.max(...auditRules.map(({ rule }) => rule.length));
  return auditRules.map(({ rule, seen, by }) => `${rule.padEnd(width)}  ${seen.padEnd(18)}  ${by}`).join('\n');
}

import { type Fen, fen } from '../kernel/money';

/** What sending costs within some provinces: `firstFee` up to `firstGrams`, and `nextFee` for each `nextGrams` begun. */
export interface FreightRule {
  /** Provinces as WeChat's region picker names them; empty means everywhere else. */
  regions: readonly string[];
  firstGrams: number;
  firstFee: Fen;
  nextGrams: number;
  nextFee: Fen;
  /** Nothing from this worth of goods on, when given. */
  freeFrom?: Fen | undefined;
}

/** A shop's freight: the first rule that names the province counts, else the one for everywhere else. */
export interface FreightTemplate {
  rules: readonly FreightRule[];
  /** Provinces that the shop does not send to. */
  unreachable: readonly string[];
}

/** The rule that counts for a province; `undefined` when the shop does not send there. */
export function freightRuleFor({ rules, unreachable }: FreightTemplate, province: string): FreightRule | undefined {
  if (unreachable.includes(province)) return undefined;
  return rules.find(({ regions }) => regions.includes(province)) ?? rules.find(({ regions }) => regions.length === 0);
}

/** What sending this weight costs by this rule. */
export function freightOf(rule: FreightRule, grams: number, goods: Fen): Fen {
  if (rule.freeFrom !== undefined && goods >= rule.freeFrom) return fen(0);
  const beyond = Math.max(0, grams - rule.firstGrams);
  return fen(rule.firstFee + Math.ceil(beyond / rule.nextGrams) * rule.nextFee);
}

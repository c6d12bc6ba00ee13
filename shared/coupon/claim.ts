/** How long a coupon is valid: in a window of its own, or for some days after somebody got it. Moments are ms since 1970. */
export type Validity = { kind: 'window'; from: number; until: number } | { kind: 'days'; days: number };

/** What decides whether coupons of a template can be claimed. */
export interface Claimable {
  paused: boolean;
  claimFrom: number;
  claimUntil: number;
  validity: Validity;
  /** How many one person may claim. */
  perPerson: number;
  /** How many of the budget nobody has yet. */
  left: number;
}

/** Why nobody, or this person, can claim a coupon (any more). */
export const whyNotClaimable = ['paused', 'notYet', 'over', 'gone', 'limit'] as const;
export type WhyNotClaimable = (typeof whyNotClaimable)[number];

/** Why a person who has claimed `mine` of it cannot claim one more at `now`; `undefined` when that is possible. */
export function whyNotClaim(template: Claimable, mine: number, now: number): WhyNotClaimable | undefined {
  if (mine >= template.perPerson) return 'limit';
  if (template.paused) return 'paused';
  if (now < template.claimFrom) return 'notYet';
  if (now >= claimEnd(template)) return 'over';
  return template.left > 0 ? undefined : 'gone';
}

/** Nobody is given what has already expired. */
const claimEnd = ({ claimUntil, validity }: Claimable): number =>
  validity.kind === 'window' ? Math.min(claimUntil, validity.until) : claimUntil;

const day = 86_400_000;

/** From when and until when a coupon is valid that somebody gets at `now`. */
export const validOf = (validity: Validity, now: number): { validFrom: number; validUntil: number } =>
  validity.kind === 'window'
    ? { validFrom: validity.from, validUntil: validity.until }
    : { validFrom: now, validUntil: now + validity.days * day };

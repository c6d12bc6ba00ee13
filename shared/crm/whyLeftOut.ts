/**
 * Why a person of a segment gets nothing: wants no campaigns, is no shopper of the mini program that we know, does not
 * follow, has allowed no more messages, or was written to lately.
 */
export const leftOutReasons = ['muted', 'notShopper', 'notFollowing', 'noneAllowed', 'tooSoon'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** How people are written to. */
export const messageKinds = ['subscribe', 'account', 'coupon'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What decides about a person. Moments are ms. */
export interface Recipient {
  muted: boolean;
  isShopper: boolean;
  follows: boolean;
  /** Subscribe messages that they still allow. */
  allowed: number;
  messagedAt?: number | undefined;
}

const day = 86_400_000;

/** Why somebody is left out of a campaign of this kind, which leaves `gapDays` between two messages to one person. */
export function whyLeftOut(
  { muted, isShopper, follows, allowed, messagedAt }: Recipient,
  kind: MessageKind,
  gapDays: number,
  now: number,
): LeftOut | undefined {
  if (muted) return 'muted';
  if (kind === 'account' ? !follows : !isShopper) return kind === 'account' ? 'notFollowing' : 'notShopper';
  if (kind === 'subscribe' && allowed < 1) return 'noneAllowed';
  return messagedAt !== undefined && messagedAt > now - gapDays * day ? 'tooSoon' : undefined;
}

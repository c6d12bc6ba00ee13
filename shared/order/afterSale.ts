import type { OrderStatus } from './status';

/** What a shopper may ask for after buying. */
export const caseKinds = ['refundOnly', 'returnAndRefund', 'exchange'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Where an after-sale case can stand. `returning`: the goods are under way to the shop. */
export const caseStatuses = [
  'requested',
  'awaitingReturn',
  'returning',
  'refunding',
  'refunded',
  'exchanged',
  'declined',
  'withdrawn',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Why somebody asks; the words for each are the page's. */
export const caseReasons = ['noLongerWanted', 'damaged', 'wrongGoods', 'notAsDescribed', 'late', 'other'] as const;
export type CaseReason = (typeof caseReasons)[number];

type Moves = Partial<Record<CaseStatus, readonly CaseStatus[]>>;

const withReturn = {
  requested: ['awaitingReturn', 'declined', 'withdrawn'],
  awaitingReturn: ['returning', 'withdrawn'],
} as const;

/** The only table of a case's life, for each kind; what is not listed is the end. */
const next: Record<CaseKind, Moves> = {
  refundOnly: { requested: ['refunding', 'declined', 'withdrawn'], refunding: ['refunded'] },
  returnAndRefund: { ...withReturn, returning: ['refunding', 'declined'], refunding: ['refunded'] },
  exchange: { ...withReturn, returning: ['exchanged', 'declined'] },
};

/** Whether a case of this kind in `from` may become `to`. */
export const caseCanBecome = (kind: CaseKind, from: CaseStatus, to: CaseStatus): boolean =>
  next[kind][from]?.includes(to) ?? false;

/** Whether a case that stands here still needs somebody. */
export const isOpenCase = (status: CaseStatus): boolean =>
  status === 'requested' || status === 'awaitingReturn' || status === 'returning' || status === 'refunding';

/** Whether the pieces of a case that stands here are spoken for, so that no other case may take them. */
export const claimsPieces = (status: CaseStatus): boolean => isOpenCase(status) || status === 'refunded';

/** What may be asked for while an order stands so: before it was handed over, only the money. */
export function kindsFor(status: OrderStatus): readonly CaseKind[] {
  if (status === 'received') return caseKinds;
  return status === 'paid' || status === 'readyForPickup' || status === 'shipped' ? ['refundOnly'] : [];
}

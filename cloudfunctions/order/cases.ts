import { type Fen, fen, sumFen } from '../../shared/kernel/money';
import type { RefusalOf, Reply } from '../../shared/kernel/operation';
import { accept, refuse } from '../../shared/kernel/operation';
import { type CaseStatus, claimsPieces, kindsFor } from '../../shared/order/afterSale';
import { boughtOf } from '../../shared/order/boughtOf';
import type { OrderContract } from '../../shared/order/contract';
import { refundShare } from '../../shared/order/refundShare';
import type { OrderLine } from '../../shared/order/shapes';
import { type Deed, moved, noted } from './changeOrder';
import type { CaseRecord, OrderRecord, StockReturn } from './OrderRecord';

/** An order holds at most this many cases. */
const mostCases = 20;

type Claim = Pick<CaseRecord, 'caseId' | 'kind' | 'reason' | 'text' | 'pictures' | 'by'> & {
  lines: readonly OrderLine[];
  /** Less than the pieces cost, when given. */
  amount?: Fen | undefined;
};
type ClaimRefusal = RefusalOf<OrderContract['requestAfterSale']>;

/** Opens a case. The same claim again is the same case. Pieces and money are each claimed once. */
export function openCase(order: OrderRecord, claim: Claim, { by, at }: Deed): Reply<OrderRecord, ClaimRefusal> {
  const known = order.cases.find(({ caseId }) => caseId === claim.caseId);
  if (known) return isSameClaim(order, known, claim) ? accept(order) : refuse({ code: 'CASE_ID_TAKEN' });
  if (!kindsFor(order.status).includes(claim.kind)) return refuse({ code: 'NOT_REFUNDABLE', status: order.status });
  if (order.cases.length >= mostCases) return refuse({ code: 'TOO_MANY_CASES', limit: mostCases });

  const wanted = claim.kind === 'exchange' ? claim.lines : withGiftsLeft(order, claim.lines);
  const shares = sharesOf(order, wanted);
  if (!shares.ok) return shares;
  const freight = claimsWholeOrder(order, wanted) ? freightLeft(order) : fen(0);
  const most = sumFen(...shares.value.map(({ amount }) => amount), freight);
  const amount = claim.kind === 'exchange' ? fen(0) : (claim.amount ?? most);
  if (amount > most) return refuse({ code: 'AMOUNT_TOO_HIGH', most });

  const { caseId, kind, reason, text, pictures } = claim;
  const lines = shares.value;
  const opened: CaseRecord = {
    ...{ caseId, kind, status: 'requested', lines, amount, reason, text, pictures, by: claim.by },
    askedAt: at,
  };
  return accept(noted({ ...order, cases: [...order.cases, opened] }, { at, by, what: `case.${kind}`, note: text }));
}

/** Moves a case along its table, with everything that follows from it. The caller has checked that it may. */
export function moveCase(
  order: OrderRecord,
  caseId: string,
  to: CaseStatus,
  { by, at }: Deed,
  fields: Partial<CaseRecord> & { restock?: boolean } = {},
): OrderRecord {
  const { restock = false, ...changed } = fields;
  const change = { ...changed, ...(restock && { restocked: true as const }), status: to };
  const cases = order.cases.map((each) => (each.caseId === caseId ? { ...each, ...change } : each));
  const note = changed.answer ?? '';
  const next = noted({ ...order, cases }, { at, by, what: `case.${to}`, note });
  const moving = cases.find((each) => each.caseId === caseId);
  if (!moving || to !== 'refunding') return next;
  return startRefund(restock ? withReturns(next, moving) : next, moving, { by, at });
}

/** The money of a case goes back: the order is `refunding` when nothing else of it is left. */
function startRefund(order: OrderRecord, { caseId, amount, text }: CaseRecord, deed: Deed): OrderRecord {
  const refundId = `${order._id}-${caseId}`;
  const refund = {
    ...{ refundId, amount, reason: text || '售后退款', state: 'underWay' as const, caseId },
    startedAt: deed.at,
  };
  // A case about nothing but goods: there is no money to wait for, and WeChat Pay refunds at least one fen.
  const started = amount === 0 ? order : { ...order, refunds: [...order.refunds, refund] };
  const settled = amount === 0 ? closeCase(started, caseId) : started;
  return isAllRefunded(settled) ? moved(withCouponBack(settled), 'refunding', deed) : settled;
}

/** An order that ends before the shopper had its goods gives its coupon back. */
export const withCouponBack = (order: OrderRecord): OrderRecord =>
  order.coupon?.state === 'spent' && order.receivedAt === undefined
    ? { ...order, coupon: { ...order.coupon, state: 'toReturn' } }
    : order;

/** The case of a refund that is done. */
export const closeCase = (order: OrderRecord, caseId: string): OrderRecord => ({
  ...order,
  cases: order.cases.map((each) => (each.caseId === caseId ? { ...each, status: 'refunded' } : each)),
});

function withReturns(order: OrderRecord, { caseId, lines }: CaseRecord): OrderRecord {
  const returns = lines.map(
    ({ skuId, quantity }): StockReturn => ({
      moveId: `return-${order._id}-${caseId}-${skuId}`,
      skuId,
      quantity,
      reason: 'return',
    }),
  );
  return { ...order, stockReturns: [...order.stockReturns, ...returns] };
}

/**
 * What is wanted back with the gifts that go with it: whoever gives back the last piece that was bought does not keep
 * what came along with it.
 */
function withGiftsLeft(order: OrderRecord, wanted: readonly OrderLine[]): readonly OrderLine[] {
  const rows = order.lines.map((line) => {
    const left = line.quantity - claimedOf(order, line.skuId).quantity;
    return { line, left, wanted: wanted.find(({ skuId }) => skuId === line.skuId)?.quantity ?? 0 };
  });
  if (rows.some(({ line, left, wanted }) => boughtOf(line) > 0 && wanted < left)) return wanted;
  const along = rows.filter(({ line, left, wanted }) => boughtOf(line) === 0 && wanted === 0 && left > 0);
  return [...wanted, ...along.map(({ line: { skuId }, left }) => ({ skuId, quantity: left }))];
}

type Share = CaseRecord['lines'][number];

function sharesOf(order: OrderRecord, wanted: readonly OrderLine[]): Reply<Share[], ClaimRefusal> {
  const shares: Share[] = [];
  for (const { skuId, quantity } of wanted) {
    const line = order.lines.find((each) => each.skuId === skuId);
    if (!line) return refuse({ code: 'NOT_FOUND', what: 'sku' });
    const claimed = claimedOf(order, skuId);
    const left = line.quantity - claimed.quantity;
    if (quantity > left) return refuse({ code: 'TOO_MANY_PIECES', skuId, left });
    shares.push({ skuId, quantity, amount: refundShare(line, claimed, quantity) });
  }
  return accept(shares);
}

/** What living cases hold of a line already. */
function claimedOf(order: OrderRecord, skuId: string): { quantity: number; amount: Fen } {
  const held = order.cases.filter(({ status }) => claimsPieces(status)).flatMap(({ lines }) => lines);
  const mine = held.filter((each) => each.skuId === skuId);
  return {
    quantity: mine.reduce((sum, each) => sum + each.quantity, 0),
    amount: sumFen(...mine.map((each) => each.amount)),
  };
}

const piecesLeft = (order: OrderRecord, also: readonly OrderLine[] = []): number =>
  order.lines.reduce((sum, { skuId, quantity }) => {
    const wanted = also.find((each) => each.skuId === skuId)?.quantity ?? 0;
    return sum + quantity - claimedOf(order, skuId).quantity - wanted;
  }, 0);

/** Freight comes back with the last piece, as long as nothing was sent. */
const claimsWholeOrder = (order: OrderRecord, wanted: readonly OrderLine[]): boolean =>
  order.shippedAt === undefined && order.receivedAt === undefined && piecesLeft(order, wanted) === 0;

function freightLeft({ price, cases }: OrderRecord): Fen {
  const held = cases.filter(({ status }) => claimsPieces(status));
  const beyondLines = held.map(({ amount, lines }) => amount - sumFen(...lines.map((line) => line.amount)));
  const given = beyondLines.filter((rest) => rest > 0).reduce((sum, rest) => sum + rest, 0);
  return fen(price.freight - price.freightOff - given);
}

/** Whether all the money for the goods is back or on its way; less than that leaves the order where it stands. */
function isAllRefunded(order: OrderRecord): boolean {
  const given = order.cases.filter(({ status }) => status === 'refunding' || status === 'refunded');
  const goods = sumFen(...order.lines.map(({ paid }) => paid));
  return piecesLeft(order) === 0 && sumFen(...given.map(({ amount }) => amount)) >= goods;
}

const isSameClaim = (order: OrderRecord, known: CaseRecord, { kind, lines, by }: Claim): boolean =>
  known.kind === kind &&
  known.by === by &&
  lines.every(({ skuId, quantity }) =>
    known.lines.some((each) => each.skuId === skuId && each.quantity === quantity),
  ) &&
  known.lines.every((each) => isGift(order, each.skuId) || lines.some(({ skuId }) => skuId === each.skuId));

/** Whether a line is nothing but a gift, which a case may have taken along. */
const isGift = (order: OrderRecord, skuId: string): boolean =>
  order.lines.some((line) => line.skuId === skuId && boughtOf(line) === 0);

import { _ } from '../_runtime/database';
import { type PendingMove, readSku, type SkuRecord, skus } from './skus';
import { forgetMoves, readStockMove, recordMoves, type StockMoveRecord } from './stockMoves';

// How stock changes without a transaction (ADR 0002). A SKU's count and the note of the change are written by one
// conditional update of one record: `stock` moves and `pending[key]` says why, both or neither. Then the note is copied
// to `stockMoves` and dropped. Whatever dies in between leaves the note, from which `timers` finish the job.

interface Line {
  skuId: string;
  quantity: number;
}

/** One try at placing an order; `key` is new for each try, so two tries of the same order never share a note. */
export interface Attempt {
  key: string;
  orderId: string;
  shopId: string;
  by: string;
  at: number;
}

/** Takes stock for all lines or none. Answers the lines that were short; empty means taken. */
export async function takeStock(attempt: Attempt, lines: readonly Line[]): Promise<readonly Line[]> {
  const taken = await Promise.all(
    lines.map(async ({ skuId, quantity }) => {
      const move = pendingSale(attempt, skuId, quantity);
      const { updated } = await skus()
        .where({ _id: skuId, stock: _.gte(quantity), [`pending.${attempt.key}`]: _.exists(false) })
        .update(counted(attempt.key, move));
      return updated === 1;
    }),
  );
  const short = lines.filter((_line, index) => !taken[index]);
  // All of them: a line may look short because the first of two sendings took it.
  if (short.length > 0) await giveBackStock(attempt, lines);
  return short;
}

/** Writes the moves of a sale; the notes stay until `keepStock` drops them. */
export const recordSale = (attempt: Attempt, lines: readonly Line[]): Promise<void> =>
  recordMoves(
    lines.map(({ skuId, quantity }) => recordOf(attempt.shopId, skuId, pendingSale(attempt, skuId, quantity))),
  );

/** The order stands: drops the notes of its stock. */
export async function keepStock(attempt: Attempt, lines: readonly Line[]): Promise<void> {
  await Promise.all(lines.map(({ skuId }) => dropNote(skuId, attempt.key)));
}

/** The order does not stand: counts its stock back and forgets its moves. Safe twice. */
export async function giveBackStock(attempt: Attempt, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await forgetMoves(lines.map(({ skuId }) => saleMoveId(attempt.key, skuId)));
  await Promise.all(lines.map(({ skuId, quantity }) => uncount(skuId, attempt.key, -quantity)));
}

/**
 * Changes one SKU's stock once for each move's id, whoever retries and however late. Answers the new count, or `short`
 * with the present one. With `unmoved`, only if nothing but sales moved it since that was read. Its note is not dropped here but by `timers`, minutes later: whoever finds neither the note nor,
 * after that, the move in `stockMoves`, knows that it has not happened, and cannot live long enough to be wrong.
 */
export async function moveStock(
  move: StockMoveRecord,
  unmoved?: SkuRecord,
): Promise<{ outcome: 'moved' | 'short' | 'movedMeanwhile' | 'notFound'; stock: number }> {
  const { _id: moveId, skuId, shopId, delta } = move;
  const before = await readSku(skuId);
  if (!before || before.shopId !== shopId) return { outcome: 'notFound', stock: 0 };
  let { stock } = before;
  if (!before.pending[moveId]) {
    if (await readStockMove(moveId)) return { outcome: 'moved', stock };
    const { updated } = await skus()
      .where({
        ...{ _id: skuId, [`pending.${moveId}`]: _.exists(false) },
        ...(delta < 0 && { stock: _.gte(-delta) }),
        ...(unmoved && { moveCount: unmoved.moveCount ?? _.exists(false) }),
      })
      .update({ ...counted(moveId, noteOf(move)), moveCount: _.inc(1) });
    const after = (await readSku(skuId)) ?? before;
    if (updated === 0 && !after.pending[moveId]) {
      const moved = unmoved && unmoved.moveCount !== after.moveCount;
      return { outcome: moved ? 'movedMeanwhile' : 'short', stock: after.stock };
    }
    stock = after.stock;
  }
  await recordMoves([move]);
  return { outcome: 'moved', stock };
}

const noteOf = ({ _id: moveId, skuId: _skuId, shopId: _shopId, ...rest }: StockMoveRecord): PendingMove => ({
  moveId,
  ...rest,
  orderId: rest.orderId ?? '',
});

/** SKUs with notes that were written before `at`; at most 100. */
export async function readUnsettled(at: number): Promise<SkuRecord[]> {
  const { data } = await skus()
    .where({ pendingCount: _.gt(0) })
    .limit(100)
    .get();
  return (data as SkuRecord[]).filter((sku) => Object.values(sku.pending).some((move) => move.at < at));
}

/**
 * What is left of a note whose writer is surely gone: its move stands, unless it was taken for an order that another
 * try placed, or nobody did. `placedBy` is the key of the try that placed the order.
 */
export const settlementOf = (key: string, move: PendingMove, placedBy: string | undefined): 'record' | 'giveBack' =>
  move.reason === 'sale' && placedBy !== key ? 'giveBack' : 'record';

/** Finishes one note as `settlementOf` says. Safe twice. */
export async function settleNote(
  sku: SkuRecord,
  key: string,
  move: PendingMove,
  placedBy: string | undefined,
): Promise<void> {
  if (settlementOf(key, move, placedBy) === 'giveBack') {
    await forgetMoves([move.moveId]);
    await uncount(sku._id, key, move.delta);
    return;
  }
  await recordMoves([recordOf(sku.shopId, sku._id, move)]);
  await dropNote(sku._id, key);
}

const saleMoveId = (key: string, skuId: string): string => `sale-${key}-${skuId}`;

const pendingSale = (attempt: Attempt, skuId: string, quantity: number): PendingMove => ({
  moveId: saleMoveId(attempt.key, skuId),
  delta: -quantity,
  reason: 'sale',
  note: '',
  orderId: attempt.orderId,
  by: attempt.by,
  at: attempt.at,
});

const recordOf = (shopId: string, skuId: string, { moveId, ...move }: PendingMove): StockMoveRecord => ({
  _id: moveId,
  shopId,
  skuId,
  ...move,
});

/** Why pieces leave the shop for good, or come back from whoever bought them. */
const ofSales: readonly PendingMove['reason'][] = ['sale', 'release', 'return'];

const counted = (key: string, move: PendingMove) => ({
  ...(ofSales.includes(move.reason) && sold(-move.delta)),
  stock: _.inc(move.delta),
  aboveLow: _.inc(move.delta),
  pendingCount: _.inc(1),
  [`pending.${key}`]: _.set(move),
});

const uncounted = (key: string) => ({ pendingCount: _.inc(-1), [`pending.${key}`]: _.remove() });

const noted = (skuId: string, key: string) => skus().where({ _id: skuId, [`pending.${key}`]: _.exists(true) });

const dropNote = (skuId: string, key: string) => noted(skuId, key).update(uncounted(key));

/** Takes back what a sale counted. */
const uncount = (skuId: string, key: string, delta: number) =>
  noted(skuId, key).update({ stock: _.inc(-delta), aboveLow: _.inc(-delta), ...sold(delta), ...uncounted(key) });

const sold = (pieces: number) => ({ sold: _.inc(pieces), soldMoved: true });

import { newId } from '@/platform/newId';
import type { Adjusting, StockDeed } from './StockDeed';
import type { Conflict } from './StockQueue';

/** What a person can do about a deed that the shop refused: nothing of it, or something else in its place. */
export interface WayOut {
  key: 'drop' | 'rest' | 'difference';
  text: string;
  instead?: StockDeed;
}

/** The ways out of a conflict; the first is the likeliest. */
export function waysOut({ deed, refusal }: Conflict): WayOut[] {
  const drop: WayOut = { key: 'drop', text: '放弃这次' };
  if (deed.kind === 'undo') return [drop];
  if (refusal.code === 'NOT_ENOUGH_STOCK' && refusal.stock > 0) {
    const instead = adjusting(deed, -refusal.stock);
    return [{ key: 'rest', text: `只扣剩下的 ${refusal.stock} 件`, instead }, drop];
  }
  if (refusal.code === 'SHELF_CHANGED' && deed.kind === 'count' && deed.counted !== deed.expected) {
    const delta = deed.counted - deed.expected;
    const text = `仍按差额 ${signed(delta)} 入账`;
    return [drop, { key: 'difference', text, instead: adjusting(deed, delta) }];
  }
  return [drop];
}

/** What was done, in a few words. */
export function deedText(deed: StockDeed): string {
  if (deed.kind === 'undo') return '撤销';
  return deed.kind === 'count' ? `盘点 ${deed.counted} 件` : `${signed(deed.delta)} 件`;
}

/** With its sign, as a difference reads. */
export const signed = (delta: number): string => (delta > 0 ? `+${delta}` : `−${Math.abs(delta)}`);

const adjusting = (deed: Exclude<StockDeed, { kind: 'undo' }>, delta: number): Adjusting => ({
  ...{ kind: 'adjust', shopId: deed.shopId, moveId: newId(), skuId: deed.skuId, name: deed.name, delta },
  ...(deed.kind === 'count' ? { reason: 'count', note: `数得 ${deed.counted} 件` } : pick(deed)),
});

const pick = ({ reason, note }: Adjusting) => ({ reason, note });

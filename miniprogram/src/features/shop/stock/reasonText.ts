import type { Input, Output } from '@shared/contract';

export type AdjustReason = Input<'shop.adjustStock'>['reason'];
export type MoveReason = Output<'shop.listStockMoves'>['moves'][number]['reason'];

/** Why stock changed, in the seller's words. */
export const reasonText: Record<MoveReason, string> = {
  restock: '进货',
  count: '盘点',
  damage: '损耗',
  sample: '试用样品',
  other: '其他',
  sale: '售出',
  release: '订单取消退回',
  return: '售后退回',
  undo: '撤销调整',
};

/** Reasons that a seller chooses from; the first fits a difference of this sign best. */
export const reasonsFor = (delta: number): readonly AdjustReason[] =>
  delta < 0 ? ['damage', 'count', 'sample', 'other'] : ['restock', 'count', 'other'];

import { yuan, yuanText } from '@shared/kernel/money';
import { parseYuan } from '@shared/kernel/parseYuan';
import { boughtOf } from '@shared/order/boughtOf';
import { useState } from 'react';
import { newId } from '@/platform/newId';
import { mostRefund, piecesLeft, type RefundableOrder } from './refundable';

/**
 * What somebody wants back of an order while they choose it: pieces, and money for them. The case's id is made once, so
 * that a second try is the same case. As long as nobody types an amount, it is the most there is.
 */
export function useClaim(order: RefundableOrder) {
  const [caseId, setCaseId] = useState(newId);
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>(() => firstQuantities(order));
  const [typed, typeAmount] = useState<string>();

  const rows = order.lines.map((line) => ({
    line,
    left: piecesLeft(order, line.skuId),
    quantity: quantities[line.skuId] ?? 0,
  }));
  const lines = rows.flatMap(({ line: { skuId }, quantity }) => (quantity > 0 ? [{ skuId, quantity }] : []));
  const most = mostRefund(order, lines);
  const amount = typed === undefined ? most : parseYuan(typed);
  const tooMuch = amount !== undefined && amount > most;

  return {
    caseId,
    /** For when another case has the id already. */
    renew: () => setCaseId(newId()),
    rows,
    lines,
    most,
    choose: (skuId: string, quantity: number) => {
      setQuantities((before) => ({ ...before, [skuId]: quantity }));
      typeAmount(undefined);
    },
    amountText: typed ?? yuan(most),
    typeAmount,
    /** Given only when it is not the most, which the server finds by itself. */
    amount: typed === undefined ? undefined : amount,
    problem: amount === undefined ? '请填写金额，如 12.50' : tooMuch ? `最多可退 ${yuanText(most)}` : undefined,
  };
}

/** The state of a claim and what changes it. */
export type Claim = ReturnType<typeof useClaim>;

/** With one kind of goods that was bought there is nothing to choose from. */
function firstQuantities(order: RefundableOrder): Record<string, number> {
  const [only, ...others] = order.lines.filter((line) => boughtOf(line) > 0);
  return only && others.length === 0 ? { [only.skuId]: piecesLeft(order, only.skuId) } : {};
}

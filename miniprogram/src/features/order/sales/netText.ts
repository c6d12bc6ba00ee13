import { fen, yuanText } from '@shared/kernel/money';

/** Fen that may be below zero: `¥12.34`, `-¥5.00`. */
export const netText = (net: number): string => (net < 0 ? `-${yuanText(fen(-net))}` : yuanText(fen(net)));

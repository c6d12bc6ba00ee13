import { type Fen, fen } from './money';

/** What a person typed as yuan, in fen: `12.3` → 1230; `undefined` for anything but yuan with at most two decimals. */
export function parseYuan(text: string): Fen | undefined {
  const [, whole, decimals = ''] = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? undefined : fen(Number(whole) * 100 + Number(decimals.padEnd(2, '0')));
}

/** What is about to be bought. */
export interface WantedLine {
  skuId: string;
  quantity: number;
}

/** An order holds at most this many different SKUs (contract). */
export const mostLines = 20;

/** Lines as a page address carries them: `sku-a:2,sku-b:1`. */
export const linesText = (lines: readonly WantedLine[]): string =>
  lines.map(({ skuId, quantity }) => `${skuId}:${quantity}`).join(',');

/** Reads what `linesText` wrote; anything else is dropped, because addresses may be typed by hand. */
export const parseLines = (text: string): WantedLine[] =>
  text.split(',').flatMap((each) => {
    const [, skuId, quantity] = /^([\w-]{4,32}):([1-9]\d?)$/.exec(each) ?? [];
    return skuId ? [{ skuId, quantity: Number(quantity) }] : [];
  });

/** What is about to be bought. */
export interface WantedLine {
  skuId: string;
  quantity: number;
}

/** What is about to be bought of one shop. */
export interface WantedBasket {
  shopId: string;
  lines: WantedLine[];
}

/** An order holds at most this many different SKUs (contract). */
export const mostLines = 20;

/** Baskets as a page address carries them: `shop-a~sku-a:2,sku-b:1~~shop-b~sku-c:1`. */
export const basketsText = (baskets: readonly { shopId: string; lines: readonly WantedLine[] }[]): string =>
  baskets
    .map(({ shopId, lines }) => `${shopId}~${lines.map(({ skuId, quantity }) => `${skuId}:${quantity}`).join(',')}`)
    .join('~~');

/** Reads what `basketsText` wrote; anything else is dropped, because addresses may be typed by hand. */
export const parseBaskets = (text: string): WantedBasket[] =>
  text.split('~~').flatMap((each) => {
    const [, shopId, written = ''] = /^([\w-]{4,32})~(.+)$/.exec(each) ?? [];
    const lines = written.split(',').flatMap(parseLine);
    return shopId && lines.length > 0 ? [{ shopId, lines }] : [];
  });

function parseLine(text: string): WantedLine[] {
  const [, skuId, quantity] = /^([\w-]{4,32}):([1-9]\d?)$/.exec(text) ?? [];
  return skuId ? [{ skuId, quantity: Number(quantity) }] : [];
}

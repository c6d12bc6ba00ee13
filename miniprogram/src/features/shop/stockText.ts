/** From here on down, stock is told as scarce. */
const fewLeft = 5;

/** What to say about a stock, and whether to say it loudly. */
export function stockText(stock: number): { text: string; scarce: boolean } {
  if (stock === 0) return { text: '已售罄', scarce: true };
  if (stock <= fewLeft) return { text: `仅剩 ${stock} 件`, scarce: true };
  return { text: `库存 ${stock} 件`, scarce: false };
}

/** A product of the demo shop as it is written down by hand; `buildWorld` makes the records of it. */
export interface DemoProduct {
  id: string;
  name: string;
  subtitle: string;
  badge?: string;
  /** What its pictures show: the thing itself, then what lies beside it. */
  emoji: readonly [string, ...string[]];
  origin: string;
  keeps: string;
  story: readonly [string, string];
  options: Readonly<Record<string, readonly string[]>>;
  /** One for each choice that is sold: values of the options in order, yuan, pieces in stock, yuan before reduction. */
  skus: readonly DemoSku[];
}

export type DemoSku = readonly [choice: readonly string[], yuan: number, stock: number, wasYuan?: number];

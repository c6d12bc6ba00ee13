import type { CloudBase } from '../support/connect';

/** How many rows each list has at least. */
export const rows = 500;

/** Makes the demo world's lists long, by copies of what is in them: products, stock, orders, articles, comments. */
export async function plantLongLists(cloudbase: CloudBase, openId: string, articleId: string): Promise<void> {
  const db = cloudbase.database();
  const copy = async (collection: string, where: object, change: (index: number) => object) => {
    const { data } = await db.collection(collection).where(where).limit(20).get();
    const originals = data as object[];
    const copies = Array.from({ length: rows }, (_none, index) => ({
      ...originals[index % originals.length],
      _id: `${collection}-copy-${index}`,
      ...change(index),
    }));
    await db.collection(collection).add(copies);
  };
  const ago = (index: number): number => Date.now() - (index + 1) * 60_000;
  const shopId = 'jinmei';
  await Promise.all([
    copy('products', { shopId }, (index) => ({ rank: 10_000 + index })),
    copy('skus', { shopId }, () => ({})),
    copy('orders', { shopId }, (index) => ({ openId, placedAt: ago(index) })),
    copy('articles', { shopId, status: 'published' }, (index) => ({ publishedAt: ago(index) })),
    copy('comments', {}, (index) => ({ articleId, state: 'shown', at: ago(index) })),
  ]);
}

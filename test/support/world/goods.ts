import type { ProductRecord } from '../../../cloudfunctions/shop/products';
import type { ShopRecord } from '../../../cloudfunctions/shop/shops';
import type { SkuRecord } from '../../../cloudfunctions/shop/skus';
import { type Fen, fen } from '../../../shared/kernel/money';
import type { DemoProduct, DemoSku } from './DemoProduct';
import type { DemoShop } from './demoShops';
import type { Scene, Tone } from './pictures';
import { seededRandom } from './random';

/** Turns a path of the demo's storage into the file id that records hold. */
export type FileIdOf = (path: string) => string;

export interface Goods {
  shop: ShopRecord;
  products: ProductRecord[];
  skus: SkuRecord[];
  scenes: Scene[];
}

/** All records of a demo shop's goods, as nobody has bought any yet, and the pictures they need. */
export function goodsOf(demo: DemoShop, fileIdOf: FileIdOf): Goods {
  const logo: Scene = { path: `shops/${demo.shopId}.webp`, emoji: [demo.logo], tone: 'grain', composition: 'logo' };
  const placed = inShopOrder(demo).map(({ product, ...shelf }, rank) => ({
    product,
    categoryId: shelf.categoryId,
    scenes: scenesOf(product, shelf.tone),
    sold: soldBefore(rank),
    record: (scenes: readonly Scene[]) => productRecord(demo.shopId, rank, product, shelf, scenes, fileIdOf),
  }));
  return {
    shop: {
      _id: demo.shopId,
      ...demo.about,
      logo: fileIdOf(logo.path),
      categories: demo.shelves.map(({ categoryId, name }) => ({ categoryId, name })),
    },
    products: placed.map(({ scenes, record }) => record(scenes)),
    skus: placed.flatMap(({ product, categoryId, scenes, sold }) =>
      skuRecords(demo.shopId, categoryId, product, fileIdOf(scenes[0].path), sold),
    ),
    scenes: [logo, ...placed.flatMap(({ scenes }) => scenes)],
  };
}

function inShopOrder({ shelves, first }: DemoShop) {
  const all = shelves.flatMap(({ products, ...shelf }) => products.map((product) => ({ product, ...shelf })));
  const place = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return all.sort((a, b) => place(a.product.id) - place(b.product.id));
}

function scenesOf({ id, emoji }: DemoProduct, tone: Tone): readonly [Scene, ...Scene[]] {
  const scene = (number: number, composition: Scene['composition']): Scene => ({
    path: `products/${id}-${number}.webp`,
    emoji,
    tone,
    composition,
  });
  return [scene(1, 'portrait'), scene(2, 'still life'), scene(3, 'closeup')];
}

function productRecord(
  shopId: string,
  rank: number,
  product: DemoProduct,
  shelf: { categoryId: string; name: string },
  scenes: readonly Scene[],
  fileIdOf: FileIdOf,
): ProductRecord {
  const { id, name, subtitle, badge, origin, keeps, story, options, skus } = product;
  const cheapest = skus.reduce((low, sku) => (sku[1] < low[1] ? sku : low));
  const was = wasFen(cheapest);
  return {
    _id: id,
    shopId,
    categoryId: shelf.categoryId,
    rank,
    name,
    subtitle,
    ...(badge && { badge }),
    pictures: scenes.map((scene) => fileIdOf(scene.path)),
    story: [...story],
    facts: [
      { label: '产地', text: origin },
      { label: '储存', text: keeps },
      { label: '发货', text: '48 小时内' },
    ],
    options: Object.entries(options).map(([option, values]) => ({ name: option, values: [...values] })),
    priceFrom: yuanToFen(cheapest[1]),
    pricesDiffer: skus.some((sku) => sku[1] !== cheapest[1]),
    ...(was && { wasPrice: was }),
    sold: soldBefore(rank),
    onShelf: true,
    version: 1,
    searchText: [name, subtitle, shelf.name, origin].join(' '),
  };
}

const skuRecords = (
  shopId: string,
  categoryId: string,
  { id, name, skus }: DemoProduct,
  picture: string,
  sold: number,
): SkuRecord[] =>
  skus.map((sku, index) => {
    const [choice, yuan, stock] = sku;
    const was = wasFen(sku);
    const lowAt = stock >= 60 ? 20 : 8;
    return {
      _id: `${id}-${index + 1}`,
      shopId,
      productId: id,
      categoryId,
      productName: name,
      choice: [...choice],
      picture,
      price: yuanToFen(yuan),
      ...(was && { wasPrice: was }),
      cost: costOf(yuanToFen(yuan), id),
      grams: gramsOf(choice),
      onShelf: true,
      offerVersion: 1,
      initialStock: stock,
      stock,
      ...(index === 0 && { sold }),
      lowAt,
      aboveLow: stock - lowAt,
      pending: {},
      pendingCount: 0,
    };
  });

/** How many pieces of the product at this place were sold before the demo begins. */
const soldBefore = (rank: number): number => seededRandom(rank + 7).between(36, 2_400);

/** Between 55 and 69 of a hundred, in whole jiao. */
const costOf = (price: Fen, id: string): Fen => fen(Math.round((price * (55 + (id.length % 15))) / 1_000) * 10);
const yuanToFen = (yuan: number): Fen => fen(Math.round(yuan * 100));
const wasFen = (sku: DemoSku): Fen | undefined => (sku[3] === undefined ? undefined : yuanToFen(sku[3]));

/** The weight that a choice names (`500 g`, `1 kg`, `2L`, `5 斤`), half a kilogram when it names none. */
function gramsOf(choice: readonly string[]): number {
  const [, number, unit = ''] = /([\d.]+)\s*(kg|g|L|ml|斤)/i.exec(choice.join(' ')) ?? [];
  const grams = { kg: 1_000, g: 1, l: 1_000, ml: 1, 斤: 500 }[unit.toLowerCase()];
  return number && grams ? Math.round(Number(number) * grams) : 500;
}

import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, FileId, Id, Moment, OptionalText, Text } from '../../kernel/schemas';
import { choiceKey, isChoiceOf, mostSkus } from '../offer';

const Price = v.pipe(
  Fen,
  v.check((price) => price > 0),
);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999));
/** EAN-8 to GTIN-14, as a phone's camera reads it. */
export const Barcode = v.pipe(v.string(), v.regex(/^\d{8,14}$/));

/** How one choice of a product is sold. */
const offer = {
  /** One value per option of the product, in the options' order. */
  choice: v.pipe(v.array(Text(20)), v.maxLength(3)),
  price: Price,
  wasPrice: v.optional(Price),
  followerPrice: v.optional(Price),
  /** What it costs the shop. Shown to nobody else. */
  cost: v.optional(Fen),
  barcode: v.optional(Barcode),
  /** Weight of one piece with its packing. */
  grams: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  /** At or below this the SKU counts as low. */
  lowAt: Count,
};

const Offer = v.pipe(
  v.object({
    ...offer,
    /** Counts only for a choice that is new: later, stock changes by `adjustStock` alone. */
    stock: Count,
  }),
  v.forward(
    v.check(({ price, wasPrice }) => wasPrice === undefined || wasPrice > price),
    ['wasPrice'],
  ),
  v.forward(
    v.check(({ price, followerPrice }) => followerPrice === undefined || followerPrice < price),
    ['followerPrice'],
  ),
);

const about = {
  name: Text(30),
  subtitle: OptionalText(40),
  categoryId: Id,
  badge: v.optional(Text(6)),
  /** The first is the one in lists. */
  pictures: v.pipe(v.array(FileId), v.minLength(1), v.maxLength(9)),
  /** Paragraphs of plain text. */
  story: v.pipe(v.array(Text(500)), v.maxLength(40)),
  facts: v.pipe(v.array(v.object({ label: Text(10), text: Text(60) })), v.maxLength(12)),
  options: v.pipe(
    v.array(
      v.object({
        name: Text(10),
        values: v.pipe(
          v.array(Text(20)),
          v.minLength(1),
          v.maxLength(20),
          v.check((values) => new Set(values).size === values.length),
        ),
      }),
    ),
    v.maxLength(3),
  ),
};

/** When a product comes on the shelf and goes off it by itself; see `shelving.ts`. */
const Planned = { shelveFrom: v.optional(Moment), shelveUntil: v.optional(Moment) };

const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Words that WeChat forbids, in this field. */
export const Inducement = v.object({ field: v.string(), word: v.string(), suggestion: v.string() });
const Product = v.object({ productId: Id, version: Version });

/** What sellers do with their goods. */
export const goodsOperations = {
  /** A shop's goods, also those off the shelf, in the shop's order, 30 a page. */
  listMyProducts: {
    who: 'staff',
    input: v.object({ shopId: Id, after: v.optional(Cursor) }),
    output: v.object({
      products: v.array(
        v.object({
          productId: Id,
          version: Version,
          name: v.string(),
          picture: FileId,
          priceFrom: Fen,
          pricesDiffer: v.boolean(),
          sold: v.number(),
          onShelf: v.boolean(),
          ...Planned,
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** A product as it is edited. */
  getMyProduct: {
    who: 'staff',
    input: v.object({ shopId: Id, productId: Id }),
    output: v.object({
      productId: Id,
      version: Version,
      onShelf: v.boolean(),
      ...Planned,
      name: v.string(),
      subtitle: v.string(),
      categoryId: v.string(),
      badge: v.optional(v.string()),
      pictures: v.array(FileId),
      story: v.array(v.string()),
      facts: v.array(v.object({ label: v.string(), text: v.string() })),
      options: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
      skus: v.array(v.object({ ...offer, skuId: Id, stock: v.number() })),
    }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /**
   * Makes a product (`version` 0) or changes the one that was read as `version`. A choice that is left out is sold no
   * more; its stock and history stay, for when it comes back. Shoppers see it from `shelveFrom` up to `shelveUntil` only; a
   * product whose `shelveFrom` is to come is off the shelf until then. The same `saveId` twice saves once.
   */
  saveProduct: {
    who: 'manager',
    audit: ['productId'],
    input: v.pipe(
      v.object({
        ...{ shopId: Id, productId: v.pipe(Id, v.maxLength(24)), saveId: Id, version: Version },
        ...about,
        ...Planned,
        skus: v.pipe(v.array(Offer), v.minLength(1), v.maxLength(mostSkus)),
      }),
      v.forward(
        v.check(({ options, skus }) => skus.every(({ choice }) => isChoiceOf(choice, options))),
        ['skus'],
      ),
      v.forward(
        v.check(({ skus }) => new Set(skus.map(({ choice }) => choiceKey(choice))).size === skus.length),
        ['skus'],
      ),
      v.forward(
        v.check(({ shelveFrom, shelveUntil }) => shelveUntil === undefined || shelveUntil > (shelveFrom ?? 0)),
        ['shelveUntil'],
      ),
    ),
    output: Product,
    refusals: {
      NOT_FOUND: v.object({ what: v.picklist(['product', 'category']) }),
      /** Somebody else saved it since it was read. */
      CHANGED_MEANWHILE: v.object({ version: Version }),
      /** Words that WeChat forbids, in this field. */
      INDUCEMENT: Inducement,
    },
  },
  /** Puts a product on the shelf or takes it off, and drops what was planned; off the shelf nobody sees or buys it. */
  shelveProduct: {
    who: 'manager',
    audit: ['productId', 'onShelf'],
    input: v.object({ shopId: Id, productId: Id, onShelf: v.boolean() }),
    output: v.object({ productId: Id, version: Version, onShelf: v.boolean() }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** Puts these products into this order, among the places that they have now; others stay where they are. */
  arrangeProducts: {
    who: 'manager',
    audit: ['productIds'],
    input: v.object({
      shopId: Id,
      productIds: v.pipe(
        v.array(Id),
        v.minLength(2),
        v.maxLength(100),
        v.check((ids) => new Set(ids).size === ids.length),
      ),
    }),
    output: v.object({}),
    refusals: { NOT_FOUND: v.object({}) },
  },
} satisfies Contract;

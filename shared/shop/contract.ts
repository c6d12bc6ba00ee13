import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Cursor, Fen, FileId, Id, OptionalText } from '../kernel/schemas';
import { csvOperations } from './operations/csv';
import { frontOperations, ShownBanner } from './operations/front';
import { goodsOperations } from './operations/goods';
import { nearbyOperations, Place } from './operations/nearby';
import { staffOperations } from './operations/staff';
import { stockOperations } from './operations/stock';
import { todayOperations } from './operations/today';
import { roles } from './role';

/** A product as lists show it. */
const ProductCard = v.object({
  productId: Id,
  name: v.string(),
  subtitle: v.string(),
  picture: FileId,
  /** The cheapest SKU. */
  priceFrom: Fen,
  /** Whether the SKUs differ in price. */
  pricesDiffer: v.boolean(),
  /** The former price of the cheapest SKU, when it is reduced. */
  wasPrice: v.optional(Fen),
  /** The lowest price of a SKU for followers, where the shop shows it in lists. */
  followerPriceFrom: v.optional(Fen),
  badge: v.optional(v.string()),
  sold: v.number(),
});

const Category = v.object({ categoryId: Id, name: v.string() });

/** What sending costs to most places, and from which worth of goods on it is free. */
const Freight = v.object({ fee: Fen, freeFrom: v.optional(Fen) });

/** 满减: `off` less from `from` worth of goods on. */
const Promotion = v.object({ from: Fen, off: Fen });

const Shop = v.object({
  shopId: Id,
  name: v.string(),
  slogan: v.string(),
  notice: v.string(),
  logo: FileId,
  address: v.string(),
  place: Place,
  /** For people to read: `08:30–21:00`. */
  openingHours: v.string(),
  freight: Freight,
  promotion: v.optional(Promotion),
});

const Sku = v.object({
  skuId: Id,
  /** One value per option of the product, in the options' order: `['500 g', '礼盒']`. */
  choice: v.array(v.string()),
  price: Fen,
  wasPrice: v.optional(Fen),
  /** What followers of the shop's account pay, where the shop shows it on product pages. */
  followerPrice: v.optional(Fen),
  stock: v.number(),
});

const ProductPage = v.object({ products: v.array(ProductCard), next: v.optional(Cursor) });

export const shopContract = {
  ...nearbyOperations,
  ...goodsOperations,
  ...frontOperations,
  ...staffOperations,
  ...stockOperations,
  ...csvOperations,
  ...todayOperations,
  /** The first screen of a shop in one call: who it is, its banners that lead somewhere, its categories, its first products. */
  getShopHome: {
    who: 'anyone',
    input: v.object({ shopId: Id }),
    output: v.object({
      shop: Shop,
      banners: v.array(ShownBanner),
      categories: v.array(Category),
      featured: ProductPage,
    }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** Products of a shop by words, by category, or all; in the shop's own order, 20 a page. */
  searchProducts: {
    who: 'anyone',
    input: v.object({
      shopId: Id,
      words: OptionalText(40),
      categoryId: v.optional(Id),
      after: v.optional(Cursor),
    }),
    output: ProductPage,
    refusals: {},
  },
  getProduct: {
    who: 'anyone',
    input: v.object({ productId: Id }),
    output: v.object({
      productId: Id,
      shopId: Id,
      shopName: v.string(),
      freight: Freight,
      promotion: v.optional(Promotion),
      name: v.string(),
      subtitle: v.string(),
      badge: v.optional(v.string()),
      pictures: v.array(FileId),
      /** Paragraphs of plain text. */
      story: v.array(v.string()),
      facts: v.array(v.object({ label: v.string(), text: v.string() })),
      options: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
      skus: v.array(Sku),
      sold: v.number(),
    }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** The shops where the caller works; the seller tab opens the first. */
  listMyShops: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({
      shops: v.array(v.object({ shopId: Id, name: v.string(), role: v.picklist(roles) })),
    }),
    refusals: {},
  },
  /** Sets what followers of the shop's account pay for a SKU while the shop gives that; the normal price when not said. */
  setFollowerPrice: {
    who: 'manager',
    audit: ['skuId', 'followerPrice'],
    input: v.object({
      shopId: Id,
      skuId: Id,
      followerPrice: v.optional(
        v.pipe(
          Fen,
          v.check((price) => price > 0),
        ),
      ),
    }),
    output: v.object({ skuId: Id, followerPrice: v.optional(Fen) }),
    refusals: { NOT_FOUND: v.object({}), NOT_LOWER: v.object({ price: Fen }) },
  },
} satisfies Contract;
/** The contract's type, which is all the mini program takes of it. */
export type ShopContract = typeof shopContract;

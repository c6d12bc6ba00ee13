import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { FileId, Id, OptionalText, Text } from '../../kernel/schemas';
import { mostBanners } from '../mostBanners';
import { Inducement } from './goods';

/** Where a banner leads. */
const BannerTarget = v.variant('page', [
  v.object({ page: v.literal('product'), productId: Id }),
  v.object({ page: v.literal('article'), articleId: Id }),
  /** The shop's coupons to claim. */
  v.object({ page: v.literal('coupons') }),
]);
export type BannerTarget = v.InferOutput<typeof BannerTarget>;

/** A wide picture (16:9) at the front of a shop; without a target it is only looked at. */
const Banner = v.object({ picture: FileId, target: v.optional(BannerTarget) });
export type Banner = v.InferOutput<typeof Banner>;

/** A banner as shoppers see it; `title` is what its target is called, empty where it leads nowhere. */
export const ShownBanner = v.object({ ...Banner.entries, title: v.string() });

const Category = v.object({ categoryId: Id, name: Text(10) });

/** What shoppers see first of a shop, as its people write it. */
export const frontOperations = {
  /** The front as it is edited, with the banners that shoppers do not see for now. */
  getShopFront: {
    who: 'staff',
    input: v.object({ shopId: Id }),
    output: v.object({
      name: v.string(),
      slogan: v.string(),
      notice: v.string(),
      logo: FileId,
      categories: v.array(v.object({ categoryId: Id, name: v.string() })),
      /** `hidden`: its target is off the shelf, not published, or gone, and so is the banner. */
      banners: v.array(v.object({ ...ShownBanner.entries, hidden: v.boolean() })),
    }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** What stands at the front of a shop, its categories and its banners in their order; banners not said stay. */
  saveShopFront: {
    who: 'manager',
    audit: [],
    input: v.object({
      shopId: Id,
      name: Text(20),
      slogan: OptionalText(30),
      notice: OptionalText(120),
      logo: FileId,
      categories: v.pipe(
        v.array(Category),
        v.maxLength(20),
        v.check((categories) => new Set(categories.map(({ categoryId }) => categoryId)).size === categories.length),
      ),
      banners: v.optional(v.pipe(v.array(Banner), v.maxLength(mostBanners))),
    }),
    output: v.object({}),
    refusals: {
      INDUCEMENT: Inducement,
      /** Goods are in a category that would go. */
      CATEGORY_IN_USE: v.object({ categoryId: Id, name: v.string() }),
      /** What this banner (the first is 0) leads to is not the shop's, or no more. */
      BANNER_LEADS_NOWHERE: v.object({ index: v.number() }),
    },
  },
} satisfies Contract;

import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, FileId, Id, Moment, OptionalText } from '../../kernel/schemas';
import { roles } from '../role';
import { Barcode } from './goods';

/** Why a seller changed the stock by hand. */
const AdjustReason = v.picklist(['restock', 'count', 'damage', 'sample', 'other']);
const MoveReason = v.picklist(['sale', 'release', 'return', 'undo', ...AdjustReason.options]);

const Pieces = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999));
const NotEnough = v.object({ stock: v.number() });

/** A SKU as its seller's lists show it. */
const stocked = {
  skuId: Id,
  productId: Id,
  productName: v.string(),
  choice: v.array(v.string()),
  picture: FileId,
  price: Fen,
  /** What can still be sold: pieces of orders that were not sent yet are no more in it. */
  stock: v.number(),
  /** At or below this the SKU counts as low. */
  lowAt: v.number(),
};

const SkuIds = v.pipe(
  v.array(Id),
  v.minLength(1),
  v.maxLength(30),
  v.check((ids) => new Set(ids).size === ids.length),
);

/** What the people of a shop do with its stock. */
export const stockOperations = {
  /** Stock of a shop, what runs low first, 30 a page; by words of the name or by a whole barcode. */
  listStock: {
    who: 'staff',
    input: v.object({
      shopId: Id,
      /** `low`: at or below the threshold; `out`: none left. */
      show: v.optional(v.picklist(['all', 'low', 'out']), 'all'),
      words: OptionalText(40),
      after: v.optional(Cursor),
    }),
    output: v.object({
      /** Of the whole shop, whatever is shown. */
      lowCount: v.number(),
      skus: v.array(
        v.object({
          ...stocked,
          followerPrice: v.optional(Fen),
          /** How many shoppers wait to hear that it is in again, where it is sold out and somebody does. */
          waiting: v.optional(v.number()),
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** The SKU of a barcode, for whoever holds the goods and a phone. */
  findSku: {
    who: 'staff',
    input: v.object({ shopId: Id, barcode: Barcode }),
    output: v.object(stocked),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** Changes stock by a difference, so that it is right while orders come in. The same `moveId` twice changes it once. */
  adjustStock: {
    who: 'staff',
    audit: ['skuId', 'delta', 'reason'],
    input: v.object({
      shopId: Id,
      /** Made by the client once per adjustment. */
      moveId: Id,
      skuId: Id,
      delta: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(-9999),
        v.maxValue(9999),
        v.check((delta) => delta !== 0),
      ),
      reason: AdjustReason,
      note: OptionalText(60),
    }),
    output: v.object({ skuId: Id, stock: v.number() }),
    refusals: { NOT_FOUND: v.object({}), NOT_ENOUGH_STOCK: NotEnough },
  },
  /** Takes back an adjustment made by hand, or a count, once. */
  undoAdjustment: {
    who: 'staff',
    audit: ['moveId'],
    input: v.object({ shopId: Id, moveId: Id }),
    output: v.object({ skuId: Id, stock: v.number() }),
    refusals: { NOT_FOUND: v.object({}), NOT_ENOUGH_STOCK: NotEnough },
  },
  /** How many pieces of these SKUs should lie in the shop: those to sell, and those of orders that are still to go. */
  readShelf: {
    who: 'staff',
    input: v.object({ shopId: Id, skuIds: SkuIds }),
    output: v.object({
      skus: v.array(
        v.object({
          skuId: Id,
          stock: v.number(),
          /** Sold, and not sent or handed over yet. */
          held: v.number(),
        }),
      ),
    }),
    refusals: {},
  },
  /**
   * Books what somebody counted, as a difference to what should lie there (`expected`, as `readShelf` said: `stock` and
   * `held`). Orders change neither, so a count stands while they come in. The same `moveId` twice books once.
   */
  bookCount: {
    who: 'staff',
    audit: ['skuId', 'counted', 'expected'],
    input: v.object({ shopId: Id, moveId: Id, skuId: Id, counted: Pieces, expected: Pieces }),
    output: v.object({ skuId: Id, stock: v.number() }),
    refusals: {
      NOT_FOUND: v.object({}),
      /** More is missing than can still be sold: sold pieces are gone. */
      NOT_ENOUGH_STOCK: NotEnough,
      /** Pieces came or went meanwhile (sent off, adjusted, counted by somebody else): so many should lie there now. */
      SHELF_CHANGED: v.object({ expected: v.number() }),
    },
  },
  /** Sets from how many pieces on these SKUs count as low. */
  setLowAt: {
    who: 'staff',
    audit: ['skuIds', 'lowAt'],
    input: v.object({ shopId: Id, skuIds: SkuIds, lowAt: Pieces }),
    output: v.object({}),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** What happened to the stock of one SKU, newest first, 30 a page; of one reason only, when that is said. */
  listStockMoves: {
    who: 'staff',
    input: v.object({ shopId: Id, skuId: Id, reason: v.optional(MoveReason), after: v.optional(Cursor) }),
    output: v.object({
      moves: v.array(
        v.object({
          moveId: v.string(),
          delta: v.number(),
          reason: MoveReason,
          note: v.string(),
          /** Of a count: how many there were. */
          counted: v.optional(v.number()),
          /** Who of the shop did it; nobody of it when it was an order. */
          by: v.optional(v.object({ role: v.picklist(roles), name: v.optional(v.string()), isMe: v.boolean() })),
          at: Moment,
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
} satisfies Contract;

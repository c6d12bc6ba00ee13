import type { Place } from '../../shared/kernel/geo';
import { _ } from '../_runtime/database';
import { cellOf } from './cellGrid';
import type { ShopOnMap } from './cellSummary';
import { onMap } from './onMap';
import { readShop, type ShopRecord, shops, shopsFrom } from './shops';

/**
 * Puts a shop elsewhere, and into the same record, which cells are to be recounted: those it leaves and enters, and what
 * an earlier move still owes. Answers that duty; undefined if there is no such shop.
 */
export async function moveShop(
  shopId: string,
  place: Place,
  address: string,
  duty: { key: string; since: number },
): Promise<NonNullable<ShopRecord['recount']> | undefined> {
  for (;;) {
    const shop = await readShop(shopId);
    if (!shop) return undefined;
    const cell = cellOf(place);
    const recount = { ...duty, cells: [...new Set([...(shop.recount?.cells ?? []), shop.cell, cell])] };
    // The SDK may send the update twice, and then only the first one counts a change.
    if (shop.recount?.key === duty.key) return shop.recount;
    const { updated } = await shops()
      .where({ _id: shopId, cell: shop.cell, 'recount.key': shop.recount?.key ?? _.exists(false) })
      .update({ location: _.set({ type: 'Point', coordinates: [...place] }), cell, address, recount: _.set(recount) });
    if (updated === 1) return recount;
  }
}

/** Drops the duty with this key, if no later move added to it. */
export async function cellsAreCounted(shopId: string, key: string): Promise<void> {
  await shops().where({ _id: shopId, 'recount.key': key }).update({ recount: _.remove() });
}

/** Shops whose cells were to be recounted before `at` and may not be; at most 100. */
export async function readUncounted(at: number): Promise<ShopRecord[]> {
  const { data } = await shops()
    .where({ 'recount.since': _.lt(at) })
    .limit(100)
    .get();
  return shopsFrom(data);
}

/** The shops in a finest cell, all of them. */
export async function readShopsIn(cell: string): Promise<ShopOnMap[]> {
  const all: ShopOnMap[] = [];
  for (let full = true; full; ) {
    const last = all.at(-1)?.shopId;
    const { data } = await shops()
      .where({ cell, ...(last !== undefined && { _id: _.gt(last) }) })
      .orderBy('_id', 'asc')
      .limit(1_000)
      .field({ name: true, trade: true, location: true })
      .get();
    all.push(...shopsFrom(data).map(onMap));
    full = data.length === 1_000;
  }
  return all;
}

/** The cells of all shops, by the shops' ids, a thousand at a time. */
export async function readShopsAfter(shopId: string): Promise<Pick<ShopRecord, '_id' | 'cell'>[]> {
  const { data } = await shops()
    .where({ _id: _.gt(shopId) })
    .orderBy('_id', 'asc')
    .limit(1_000)
    .field({ cell: true })
    .get();
  return data as Pick<ShopRecord, '_id' | 'cell'>[];
}

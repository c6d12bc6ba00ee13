import type { SkuRecord } from '../shop/public';
import { planRestock } from './planRestock';
import type { RestockNoticeRecord } from './restockNotices';

const day = 86_400_000;
const now = 200 * day;
const notice = (
  skuId: string,
  asked: number,
  state: RestockNoticeRecord['state'] = 'waiting',
): RestockNoticeRecord => ({
  ...{ _id: `${skuId}~${asked}`, skuId, shopId: 'shop', openId: `${asked}`, state, askedAt: now - asked, lookAt: now },
});
const sku = (_id: string, stock: number, more: Partial<SkuRecord> = {}) =>
  ({ _id, stock, onShelf: true, ...more }) as SkuRecord;
const ids = (notices: readonly RestockNoticeRecord[]) => notices.map(({ _id }) => _id);

test('three for each piece are told, those who asked first', () => {
  const { tell, putOff } = planRestock(
    [5, 1, 4, 2, 3].map((asked) => notice('tea', asked)),
    [sku('tea', 1)],
    now,
  );
  expect(ids(tell)).toEqual(['tea~5', 'tea~4', 'tea~3']);
  expect(ids(putOff)).toEqual(['tea~2', 'tea~1']);
});

test('what is sold out or off the shelf is waited for', () => {
  const skus = [sku('out', 0), sku('hidden', 9, { onShelf: false })];
  expect(ids(planRestock([notice('out', 1), notice('hidden', 1)], skus, now).putOff)).toEqual(['out~1', 'hidden~1']);
});

test('what is gone for good, or was asked too long ago, ends; so does what may have been sent', () => {
  const due = [notice('gone', 1), notice('old', 91 * day), notice('other', 1), notice('tea', 2, 'sending')];
  const skus = [sku('old', 5), sku('other', 5, { withdrawn: true }), sku('tea', 5)];
  const { tell, end } = planRestock(due, skus, now);
  expect(tell).toEqual([]);
  expect(Object.fromEntries(end.map(({ notice: { skuId }, because }) => [skuId, because]))).toEqual({
    ...{ gone: 'noneLeft', old: 'noneLeft', other: 'noneLeft', tea: 'unsure' },
  });
});

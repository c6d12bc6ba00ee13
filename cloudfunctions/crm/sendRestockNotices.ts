import { setting } from '../_runtime/setting';
import { readShops, readSkus, type ShopRecord, type SkuRecord } from '../shop/public';
import { planRestock } from './planRestock';
import {
  moveRestockNotice,
  type NoticeStep,
  putOffRestockNotices,
  type RestockNoticeRecord,
  readDueRestockNotices,
} from './restockNotices';
import { type Delivery, sendSubscribeMessage } from './sendSubscribeMessage';

const pageSize = 100;
/** What one run has time for. */
const mostARun = 1_000;
const minute = 60_000;
/** How long somebody waits after their goods have come in, at most. */
const lookAgain = 10 * minute;
/** A function may run for a minute: whoever began to send before is gone. */
const leaseMs = 1.5 * minute;

/**
 * Tells shoppers that what they wait for can be bought again, as `planRestock` says.
 * Nobody is told twice for one permission. Answers how many notices were looked at.
 */
export async function sendRestockNotices(now: number): Promise<number> {
  let looked = 0;
  while (looked < mostARun) {
    const due = await readDueRestockNotices(now, pageSize);
    await lookAfter(due, now);
    looked += due.length;
    if (due.length < pageSize) break;
  }
  return looked;
}

async function lookAfter(due: readonly RestockNoticeRecord[], now: number): Promise<void> {
  const skus = await readSkus([...new Set(due.map(({ skuId }) => skuId))]);
  const { tell: told, putOff, end } = planRestock(due, skus, now);
  const shops = await readShops([...new Set(told.map(({ shopId }) => shopId))]);
  await Promise.all([
    putOffRestockNotices(
      putOff.map(({ _id }) => _id),
      now + lookAgain,
    ),
    ...end.map(({ notice: { _id, state }, because }) =>
      // Whose goods come no more was sent nothing that could have failed.
      moveRestockNotice(_id, state, { state: 'failed', because, ...(because === 'unsure' && { failedAt: now }) }),
    ),
    ...told.map((notice) =>
      tell(
        notice,
        skus.find(({ _id }) => _id === notice.skuId),
        shops.find(({ _id }) => _id === notice.shopId),
        now,
      ),
    ),
  ]);
}

async function tell(
  { _id, openId }: RestockNoticeRecord,
  sku: SkuRecord | undefined,
  shop: ShopRecord | undefined,
  now: number,
): Promise<void> {
  if (!sku || !(await moveRestockNotice(_id, 'waiting', { state: 'sending', lookAt: now + leaseMs }))) return;
  const delivery = await sendSubscribeMessage(
    {
      openId,
      templateId: setting('WECHAT_RESTOCK_TEMPLATE'),
      page: `packages/trade/product/index?productId=${encodeURIComponent(sku.productId)}`,
      things: [[sku.productName, ...sku.choice].join(' '), shop?.name ?? '', '数量有限，先到先得'],
    },
    now,
  );
  await moveRestockNotice(_id, 'sending', afterwards(delivery, now));
}

/** What WeChat certainly did not take is tried again. */
function afterwards(delivery: Delivery, now: number): NoticeStep {
  if (delivery.is === 'sent') return { state: 'sent' };
  if (delivery.is === 'failed') return { state: 'failed', because: delivery.because, failedAt: now };
  return { state: 'waiting', lookAt: now + (delivery.is === 'later' ? lookAgain : 60 * minute) };
}

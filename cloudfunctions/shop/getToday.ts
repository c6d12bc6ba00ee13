import { oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import { sumFen } from '../../shared/kernel/money';
import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { mayAct } from '../../shared/shop/role';
import type { Handler } from '../_runtime/serve';
import { readStaff } from '../_runtime/staff';
import { countWaitingComments } from '../content/public';
import { readUnsentMessages } from '../crm/public';
import { countNeeds, sumPayments } from '../order/public';
import { countVisitors } from '../traffic/public';
import { countLow, countOut } from './skus';

/** Everything side by side, so that it costs one wait beside the role's. */
export const getToday: Handler<ShopContract['getToday']> = async ({ shopId }, { openId, now }) => {
  const [caller, orders, comments, low, out, unsent, today, yesterday, lastWeek] = await Promise.all([
    readStaff(shopId, openId),
    countNeeds(shopId),
    countWaitingComments(shopId),
    countLow(shopId),
    countOut(shopId),
    readUnsentMessages(shopId, now - 7 * oneDay),
    figuresUntil(shopId, now),
    figuresUntil(shopId, now - oneDay),
    figuresUntil(shopId, now - 7 * oneDay),
  ]);
  return accept({
    needs: { ...orders, comments, low, out },
    unsent,
    ...(mayAct(caller?.role, 'manager') && { figures: { today, yesterday, lastWeek } }),
  });
};

/** What a shop did in China's day of a moment, until then. */
async function figuresUntil(shopId: string, until: number) {
  const from = startOfChinaDay(until);
  const [payments, visitors] = await Promise.all([
    sumPayments(shopId, from, until),
    countVisitors(shopId, from, until),
  ]);
  return {
    orders: payments.reduce((sum, { orders }) => sum + orders, 0),
    paid: sumFen(...payments.map(({ paid }) => paid)),
    visitors,
  };
}

import type { CrmContract } from '../../shared/crm/contract';
import { accept, type OutputOf, refuse } from '../../shared/kernel/operation';
import type { Touch } from '../../shared/traffic/touch';
import type { Handler } from '../_runtime/serve';
import { type CouponRecord, readUnspent } from '../coupon/public';
import { listOrdersBy, type OrderRecord } from '../order/public';
import { readTouches } from '../traffic/public';
import { customerCard } from './customerCard';
import { type CustomerRecord, readShopCustomer } from './customers';

type Get = CrmContract['getCustomer'];
type Held = OutputOf<Get>['coupons'][number];
const lastOrders = 5;
const mostCoupons = 10;

export const getCustomer: Handler<Get> = async ({ shopId, customerId }, { now }) => {
  const customer = await readShopCustomer(customerId, shopId);
  if (!customer) return refuse({ code: 'NOT_FOUND' });
  const { openId } = customer.person;
  const [orders, coupons, touches] =
    openId === undefined
      ? [[], [], undefined]
      : await Promise.all([
          listOrdersBy({ whose: { openId, shopId } }, undefined, lastOrders),
          readUnspent(openId, [shopId], now),
          readTouches(openId, [shopId]).then((found) => found.get(shopId)),
        ]);
  return accept({
    ...customerView(customer),
    lastOrders: orders.map(orderView),
    coupons: coupons.slice(0, mostCoupons).map(couponView),
    ...(touches?.first && { first: touchView(touches.first) }),
    ...(touches?.last && { last: touchView(touches.last) }),
  });
};

const customerView = (customer: CustomerRecord) => {
  const { madeAt, firstPaidAt, messagedAt, muted = false, notes } = customer;
  return {
    ...customerCard(customer),
    ...{ madeAt, muted, notes: notesView(notes) },
    ...(firstPaidAt !== undefined && { firstPaidAt }),
    ...(messagedAt !== undefined && { messagedAt }),
  };
};

/** A customer's notes as the shop reads them. */
export const notesView = (notes: CustomerRecord['notes']): OutputOf<Get>['notes'] =>
  notes.map(({ noteId, text, at }) => ({ noteId, text, at }));

const orderView = ({ _id, status, price, placedAt, lines }: OrderRecord): OutputOf<Get>['lastOrders'][number] => ({
  ...{ orderId: _id, status, toPay: price.toPay, placedAt },
  goods: lines.map(({ name }) => name).join('、'),
});

const couponView = ({ _id, name, benefit, from, scopeText, validUntil }: CouponRecord): Held => ({
  ...{ couponId: _id, name, benefit, from, scopeText, validUntil },
});

const touchView = ({ source, at }: Touch) => ({ source, at });

import { fen } from '../../shared/kernel/money';
import type { Caller } from '../support/Storefront';

const shopId = 'jinmei';

/** An order that was sent and received, with one case declined and one whose goods are on their way back. */
export async function askedAndAnswered(shopper: Caller, owner: Caller, orderId: string): Promise<void> {
  const lines = [
    { skuId: 'taigu-cake-1', quantity: 3 },
    { skuId: 'vinegar-8y-1', quantity: 1 },
  ];
  const { baskets } = await shopper.ask('order.previewCheckout', { baskets: [{ shopId, lines }] });
  const seenTotal = baskets[0]?.price?.toPay ?? fen(0);
  const basket = { shopId, lines, way: 'express', note: '麻烦包严实些', seenTotal } as const;
  const addressId = `address-${shopper.person.openId}`;
  await shopper.ask('order.placeOrder', { checkoutId: orderId, addressId, baskets: [basket] });
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
  await shopper.ask('order.checkPayment', { orderId });
  const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;
  await owner.ask('order.shipOrder', { shopId, orderId, parcels: [parcel] });
  await shopper.ask('order.confirmReceipt', { orderId });

  const asked = {
    ...{ orderId, kind: 'returnAndRefund' as const, reason: 'damaged' as const, text: '有一块碎了' },
    lines: [{ skuId: 'taigu-cake-1', quantity: 1 }],
  };
  await shopper.ask('order.requestAfterSale', { ...asked, caseId: 'screens-1' });
  const declined = { decision: 'decline', answer: '照片看不出破损，麻烦补拍一张' } as const;
  await owner.ask('order.decideAfterSale', { shopId, orderId, caseId: 'screens-1', ...declined });
  await shopper.ask('order.requestAfterSale', { ...asked, caseId: 'screens-2' });
  const agreed = { decision: 'agree', answer: '请寄回柳巷 88 号' } as const;
  await owner.ask('order.decideAfterSale', { shopId, orderId, caseId: 'screens-2', ...agreed });
  await shopper.ask('order.sendReturn', { orderId, caseId: 'screens-2', parcel });
}

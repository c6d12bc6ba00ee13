import type { Shipment } from '../../emulator/wechat/pay/PayRecords';
import { expectSettled, readOrders } from '../support/expectSettled';
import { FaultyProxy } from '../support/FaultyProxy';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let clerk: Caller;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, { WECHAT_API_BASE_URL: proxy.url });
  proxy.target = storefront.emulator.url;
  [ann, clerk] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.clerk)]);
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const sf = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;
const yto = { carrier: 'YTO', trackingNumber: 'YT0987654321' } as const;

async function paidOrder(orderId: string, way: 'express' | 'pickup' = 'express'): Promise<void> {
  const seenTotal = way === 'pickup' ? 1990 : 2790;
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal, way }));
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}

/** Where WeChat does not answer: everything is a 404. */
const nowhere = () => `${storefront.emulator.url}/nowhere`;

const ship = (orderId: string, ...parcels: (typeof sf | typeof yto)[]) =>
  clerk.ask('order.shipOrder', { shopId, orderId, parcels });

/** What WeChat knows of an order. */
async function shipmentOf(orderId: string): Promise<Shipment | undefined> {
  const response = await fetch(`${storefront.emulator.url}/_emulator/wechat/shipments`);
  const { shipments } = (await response.json()) as { shipments: Shipment[] };
  return shipments.find(({ outTradeNo }) => outTradeNo === orderId);
}
const stateOf = async (orderId: string) => (await readOrders(storefront, [orderId]))[0]?.shippingInfo?.state;

test('a shopper follows the parcels: as far as WeChat knows, asked for a token once', async () => {
  const orderId = 'track-00001';
  await paidOrder(orderId);
  expect((await ann.ask('order.trackParcels', { orderId })).parcels).toEqual([]);
  await ship(orderId, sf, yto);
  const progress = async () => (await ann.ask('order.trackParcels', { orderId })).parcels.map((each) => each.progress);
  expect(await progress()).toEqual(['waiting', 'waiting']);
  await storefront.advance(9 * 3_600_000);
  proxy.pass();
  expect(await progress()).toEqual(['underWay', 'underWay']);
  expect(proxy.calls.filter((call) => call.endsWith('trace_waybill'))).toEqual([]);
  await storefront.advance(40 * 3_600_000);
  expect(await progress()).toEqual(['delivered', 'delivered']);

  proxy.target = nowhere();
  expect(await progress()).toEqual(['unknown', 'unknown']);
  proxy.target = storefront.emulator.url;
});

test('WeChat hears of the parcel as soon as it is sent, and the shopper can confirm to WeChat', async () => {
  const orderId = 'told-000001';
  await paidOrder(orderId);
  expect((await ann.ask('order.getOrder', { orderId })).receipt).toBeUndefined();
  await ship(orderId, sf);
  expect(await shipmentOf(orderId)).toMatchObject({
    uploads: 1,
    upload: {
      logistics_type: 1,
      delivery_mode: 1,
      shipping_list: [
        {
          tracking_no: sf.trackingNumber,
          express_company: 'SF',
          item_desc: '太谷饼 老号现烤*1',
          contact: { receiver_contact: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) },
        },
      ],
      payer: { openid: ann.person.openId },
    },
  });
  expect((await ann.ask('order.getOrder', { orderId })).receipt).toMatchObject({ merchantTradeNo: orderId });
});

test('a correction is told, once', async () => {
  const orderId = 'told-000002';
  await paidOrder(orderId);
  await ship(orderId, sf);
  await clerk.ask('order.correctShipment', { shopId, orderId, parcels: [yto] });
  expect(await shipmentOf(orderId)).toMatchObject({
    uploads: 2,
    upload: { shipping_list: [{ tracking_no: yto.trackingNumber }] },
  });
  const again = await clerk.call('order.correctShipment', { shopId, orderId, parcels: [sf] });
  expect(again).toMatchObject({ refusal: { code: 'NOT_CORRECTABLE', corrected: true } });
});

test('two parcels are told in one call', async () => {
  const orderId = 'told-000003';
  await paidOrder(orderId);
  await ship(orderId, sf, yto);
  const shipment = await shipmentOf(orderId);
  expect(shipment).toMatchObject({ uploads: 1, upload: { delivery_mode: 2, is_all_delivered: true } });
  expect(shipment?.upload.shipping_list).toHaveLength(2);
});

test('what is handed over at the counter is told, and the payer is asked to confirm', async () => {
  const orderId = 'told-000004';
  await paidOrder(orderId, 'pickup');
  const { pickupCode = '' } = await ann.ask('order.getOrder', { orderId });
  await clerk.ask('order.verifyPickup', { shopId, code: pickupCode });
  const shipment = await shipmentOf(orderId);
  expect(shipment).toMatchObject({ uploads: 1, upload: { logistics_type: 4 } });
  expect(shipment?.remindedAt).toBeGreaterThan(0);
  expect(await stateOf(orderId)).toBe('uploaded');
});

test('an order is sent even when WeChat cannot be told; the clock tells it later', async () => {
  const orderId = 'told-000005';
  await paidOrder(orderId);
  proxy.target = nowhere();
  expect(await ship(orderId, sf)).toEqual({ orderId, status: 'shipped' });
  for (let minute = 0; minute < 3; minute += 1) {
    await storefront.advance(60_000);
    await storefront.tick();
  }
  expect(await stateOf(orderId)).toBe('toUpload');
  proxy.target = storefront.emulator.url;
  await storefront.advance(10 * 60_000);
  await storefront.tick();
  expect(await stateOf(orderId)).toBe('uploaded');
  expect(await shipmentOf(orderId)).toMatchObject({ uploads: 1 });
  await expectSettled(storefront, [orderId]);
});

test('what WeChat will never take is noted for the shop, and hinders nothing', async () => {
  const orderId = 'told-000006';
  await paidOrder(orderId);
  proxy.target = nowhere();
  await ship(orderId, sf);
  for (let tries = 0; tries < 20; tries += 1) {
    await storefront.advance(6 * 3_600_000);
    await storefront.tick();
  }
  expect(await stateOf(orderId)).toBe('refused');
  const { history } = await clerk.ask('order.getShopOrder', { shopId, orderId });
  expect(history.at(-1)).toMatchObject({ what: 'shipping.refused', note: expect.stringContaining('12') });
  proxy.target = storefront.emulator.url;
  await storefront.advance(6 * 86_400_000);
  await storefront.tick();
  expect((await ann.ask('order.getOrder', { orderId })).status).toBe('received');
});

test('an access token that is over is asked for anew', async () => {
  const orderId = 'told-000007';
  await paidOrder(orderId);
  await storefront.advance(3 * 3_600_000);
  await ship(orderId, sf);
  expect(await stateOf(orderId)).toBe('uploaded');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../../Emulator';
import { EmulatorClient } from '../../EmulatorClient';
import { TestMerchant } from '../pay/TestMerchant';

let dataDir: string;
let emulator: Emulator;
let merchant: TestMerchant;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'shipping-'));
  emulator = await startEmulator({ port: 0, dataDir });
  merchant = await TestMerchant.open(dataDir, () => emulator.url);
  for (const no of ['paid-0001', 'paid-0002', 'paid-0003'])
    await merchant.requestPayment(await merchant.placeOrder(no));
  await merchant.placeOrder('unpaid-01');
});
afterAll(async () => {
  await emulator.stop();
  await merchant.stop();
  rmSync(dataDir, { recursive: true });
});

const parcel = { tracking_no: 'YT1', express_company: 'YTO', item_desc: '龙井*2' };
const upload = (change: object = {}, outTradeNo = 'paid-0001') => ({
  order_key: { order_number_type: 1, mchid: merchant.account.mchid, out_trade_no: outTradeNo },
  logistics_type: 1,
  delivery_mode: 1,
  shipping_list: [parcel],
  upload_time: '2026-11-22T13:29:35.120+08:00',
  payer: { openid: 'oAnn' },
  ...change,
});

async function post(target: string, body: object): Promise<{ errcode?: number; access_token?: string }> {
  return (await fetch(emulator.url + target, { method: 'POST', body: JSON.stringify(body) })).json() as never;
}
async function token(): Promise<string> {
  const asked = { grant_type: 'client_credential', appid: 'wx6d65696469616e00', secret: 'emulator' };
  return (await post('/cgi-bin/stable_token', asked)).access_token ?? '';
}
const call = async (name: string, body: object) =>
  (await post(`/wxa/sec/order/${name}?access_token=${await token()}`, body)).errcode;

test('one upload, one correction; the same again is said to be the same', async () => {
  expect(await call('upload_shipping_info', upload())).toBe(0);
  expect(await call('upload_shipping_info', upload())).toBe(10060023);
  const corrected = { shipping_list: [{ ...parcel, tracking_no: 'YT2' }] };
  expect(await call('upload_shipping_info', upload(corrected))).toBe(0);
  expect(await call('upload_shipping_info', upload(corrected))).toBe(10060023);
  expect(await call('upload_shipping_info', upload())).toBe(10060003);
  const { shipments } = await new EmulatorClient(emulator.url).get('/_emulator/wechat/shipments');
  expect(shipments).toMatchObject([{ outTradeNo: 'paid-0001', uploads: 2, upload: corrected }]);
});

const contact = { receiver_contact: '138****1234' };
const sf = { ...parcel, express_company: 'SF' };
test.each<[string, object, number]>([
  ['a contact of SF', { shipping_list: [{ ...sf, contact }] }, 0],
  ['SF without a contact', { shipping_list: [sf] }, 10060014],
  ['a bare phone number', { shipping_list: [{ ...sf, contact: { receiver_contact: '13800001234' } }] }, 10060014],
  ['several parcels at once', { shipping_list: [parcel, parcel] }, 268485228],
  ['several parcels, not said whether all', { delivery_mode: 2, shipping_list: [parcel, parcel] }, 10060007],
  ['a split of what has no carrier', { delivery_mode: 2, logistics_type: 4, is_all_delivered: true }, 10060006],
  ['sixteen parcels', { delivery_mode: 2, is_all_delivered: true, shipping_list: Array(16).fill(parcel) }, 10060024],
  ['no number', { shipping_list: [{ ...parcel, tracking_no: '' }] }, 268485226],
  ['no carrier', { shipping_list: [{ ...parcel, express_company: '' }] }, 268485227],
  ['no description', { shipping_list: [{ ...parcel, item_desc: '' }] }, 10060008],
  ['a long description', { shipping_list: [{ ...parcel, item_desc: '茶'.repeat(121) }] }, 10060009],
  ['a carrier of no kind', { logistics_type: 9 }, 10060005],
  ['no mode', { delivery_mode: 3 }, 268485224],
  ['a time without ms', { upload_time: '2026-11-22T13:29:35+08:00' }, 268485216],
  ['another payer', { payer: { openid: 'oBob' } }, 10060031],
  ['an unknown field', { tracking: 1 }, 10060014],
  ['no number of the order', { order_key: { order_number_type: 1, mchid: 'm' } }, 268485197],
  ['no transaction', { order_key: { order_number_type: 2 } }, 268485195],
])('%s', async (_what, change, errcode) => {
  expect(await call('upload_shipping_info', upload(change, 'paid-0002'))).toBe(errcode);
});

test('what is not paid, unknown or paid back is not sent', async () => {
  expect(await call('upload_shipping_info', upload({}, 'unpaid-01'))).toBe(10060001);
  expect(await call('upload_shipping_info', upload({}, 'unknown-1'))).toBe(10060001);
  const amount = { refund: 9800, total: 9800, currency: 'CNY' };
  const refund = { out_trade_no: 'paid-0003', out_refund_no: 'all', amount };
  await merchant.api.post('v3/refund/domestic/refunds', refund);
  expect(await call('upload_shipping_info', upload({}, 'paid-0003'))).toBe(10060004);
});

test('the payer is asked to confirm once, and only about what was sent', async () => {
  const about = (no: string) => ({
    merchant_id: merchant.account.mchid,
    merchant_trade_no: no,
    received_time: 1_795_000_000,
  });
  expect(await call('notify_confirm_receive', about('paid-0003'))).toBe(10060014);
  expect(await call('notify_confirm_receive', about('paid-0001'))).toBe(0);
  expect(await call('notify_confirm_receive', about('paid-0001'))).toBe(10060014);
});

test('the stable token stays the same until a new one is forced or it is over', async () => {
  const first = await token();
  expect(await token()).toBe(first);
  await post('/_emulator/clock', { advanceMs: 2 * 3_600_000 });
  expect(await token()).not.toBe(first);
  expect((await post(`/wxa/sec/order/upload_shipping_info?access_token=${first}`, upload())).errcode).toBe(42001);
});

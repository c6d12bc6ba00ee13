import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../../Emulator';
import { EmulatorClient } from '../../EmulatorClient';
import { payTime } from './payTime';
import { TestMerchant } from './TestMerchant';

const day = 24 * 3_600_000;
let dataDir: string;
let emulator: Emulator;
let merchant: TestMerchant;
let client: EmulatorClient;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'bill-'));
  emulator = await startEmulator({ port: 0, dataDir });
  merchant = await TestMerchant.open(dataDir, () => emulator.url);
  client = new EmulatorClient(emulator.url);
  await merchant.requestPayment(await merchant.placeOrder('order-0001', { description: '茶,两罐' }));
  const refund = { out_trade_no: 'order-0001', out_refund_no: 'part', notify_url: merchant.notifyUrl };
  await merchant.api.post('v3/refund/domestic/refunds', {
    ...refund,
    amount: { refund: 4805, total: 9800, currency: 'CNY' },
  });
});
afterAll(async () => {
  await emulator.stop();
  await merchant.stop();
  rmSync(dataDir, { recursive: true });
});

const today = async (): Promise<string> => payTime(Number((await client.get('/_emulator/clock')).now)).slice(0, 10);

// The plugin would refuse answers of another day than this machine's, so these requests are signed by hand.
const billOf = (date: string, type: string) => merchant.get(`/v3/bill/tradebill?bill_date=${date}&bill_type=${type}`);

test('a bill is made the next morning, and told by its hash', async () => {
  const date = await today();
  expect(await billOf(date, 'ALL')).toMatchObject({ status: 400, body: { code: 'STATEMENT_CREATING' } });
  await client.post('/_emulator/clock', { advanceMs: 2 * day });
  const { body } = await billOf(date, 'ALL');
  expect(body).toMatchObject({ hash_type: 'SHA1', hash_value: expect.stringMatching(/^[0-9a-f]{40}$/) });
  const { pathname, search } = new URL(String(body.download_url));
  const { text } = await merchant.get(pathname.replace('/wechatpay', '') + search);
  const [headings = '', payment = '', refund = '', , totals] = text.split('\r\n');
  expect(headings.split(',')).toHaveLength(27);
  expect(payment).toMatch(
    /^`\d{4}-.*,`order-0001,`oAnn,`JSAPI,`SUCCESS,`OTHERS,`CNY,`98.00,.*`茶,两罐,.*`98.00,`0.00,`$/,
  );
  expect(refund).toMatch(/,`REFUND,.*,`part,`48.05,`0.00,`ORIGINAL,`SUCCESS,.*,`0.00,`48.05,`$/);
  expect(totals).toBe('`2,`98.00,`48.05,`0.00,`0.00000,`98.00,`48.05');

  const { body: ofRefunds } = await billOf(date, 'REFUND');
  expect(ofRefunds.hash_value).not.toBe(body.hash_value);
  await client.post('/_emulator/clock', { advanceMs: 5 * 60_000 });
  expect((await merchant.get(pathname.replace('/wechatpay', '') + search)).status).toBe(400);
});

test.each([
  ['2020-01-01', 'ALL', 400, 'NO_STATEMENT_EXIST'],
  ['2020-1-1', 'ALL', 400, 'PARAM_ERROR'],
  ['2020-01-01', 'SOME', 400, 'PARAM_ERROR'],
  ['2020-01-01', 'ALL&tar_type=GZIP', 501, 'NOT_EMULATED'],
])('the bill of %s, %s: %d %s', async (date, type, status, code) => {
  expect(await billOf(date, type)).toMatchObject({ status, body: { code } });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { type Emulator, startEmulator } from '../../Emulator';
import { EmulatorClient } from '../../EmulatorClient';
import { Switch, Switchboard } from './Switchboard';
import { TestMerchant } from './TestMerchant';

let dataDir: string;
let emulator: Emulator;
let merchant: TestMerchant;
let client: EmulatorClient;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'switches-'));
  emulator = await startEmulator({ port: 0, dataDir });
  merchant = await TestMerchant.open(dataDir, () => emulator.url);
  client = new EmulatorClient(emulator.url);
});
afterEach(async () => {
  await emulator.stop();
  await merchant.stop();
  rmSync(dataDir, { recursive: true });
});

const switchOn = (wanted: object) => client.post('/_emulator/wechat/switches', wanted);

test('each goes wrong as often as it was said, in the order it was said, and only what it was said of', () => {
  const board = new Switchboard();
  board.switchOn(v.parse(Switch, { of: 'call', mishap: 'error', call: 'close' }));
  board.switchOn(v.parse(Switch, { of: 'call', mishap: 'tooOften', times: 2 }));
  board.switchOn(v.parse(Switch, { of: 'refund', ends: 'CLOSED' }));
  expect(board.takeCall('query')).toBe('tooOften');
  expect(board.takeCall('close')).toBe('error');
  expect(board.takeCall('close')).toBe('tooOften');
  expect(board.takeCall('close')).toBeUndefined();
  expect(board.takeNotify()).toBeUndefined();
  expect([board.takeRefund(), board.takeRefund()]).toEqual(['CLOSED', 'SUCCESS']);
});

test('the door lists and forgets what is switched on, and refuses what nobody knows', async () => {
  const drop = { of: 'notify', mishap: 'drop', times: 1, delayMs: 60_000 };
  expect(await switchOn({ of: 'notify', mishap: 'drop' })).toEqual({ switches: [drop], signing: 'publicKey' });
  expect(await client.get('/_emulator/wechat/switches')).toEqual({ switches: [drop], signing: 'publicKey' });
  const reset = await client.post('/_emulator/wechat/switches/reset', {});
  expect(reset).toEqual({ switches: [], signing: 'publicKey' });
  expect(await switchOn({ of: 'notify', mishap: 'eaten' })).toMatchObject({ code: 'INVALID_PARAM' });
});

test('an error before it acted leaves nothing, an error afterwards has acted', async () => {
  await switchOn({ of: 'call', mishap: 'error' });
  await expect(merchant.placeOrder('order-0001')).rejects.toMatchObject({ response: { status: 500 } });
  await expect(merchant.query('order-0001')).rejects.toMatchObject({ response: { status: 404 } });
  await switchOn({ of: 'call', mishap: 'errorAfter' });
  await expect(merchant.placeOrder('order-0001')).rejects.toMatchObject({ response: { status: 500 } });
  expect(await merchant.query('order-0001')).toMatchObject({ trade_state: 'NOTPAY' });
});

test('a spoiled notify is followed by a good one', async () => {
  await switchOn({ of: 'notify', mishap: 'wrongKey' });
  await merchant.requestPayment(await merchant.placeOrder('order-0002'));
  const answers = async () => JSON.stringify((await client.get('/_emulator/wechat/notifications')).notifications);
  while (!(await answers()).includes('"answers":[401]')) await new Promise((resolve) => setImmediate(resolve));
  await client.post('/_emulator/clock', { advanceMs: 15_000 });
  expect(await merchant.heard(1)).toMatchObject({ event_type: 'TRANSACTION.SUCCESS' });
});

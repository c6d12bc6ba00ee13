import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { startEmulator } from '../../Emulator';
import { EmulatorClient } from '../../EmulatorClient';
import { TestMerchant } from './TestMerchant';

test('a delivery that cannot be noted does not end the emulator, and is made again', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'outbox-'));
  const emulator = await startEmulator({ port: 0, dataDir });
  const client = new EmulatorClient(emulator.url);
  const merchant = await TestMerchant.open(dataDir, () => emulator.url);
  merchant.notifyStatus = 500;
  expect(await merchant.requestPayment(await merchant.placeOrder('order-1'))).toBe('requestPayment:ok');
  await merchant.heard(1);
  const noted = async () => (await client.get('/_emulator/wechat/notifications')).notifications;
  while (!JSON.stringify(await noted()).includes('"attempts":1')) await new Promise((resolve) => setImmediate(resolve));

  // As a full disk would, a lock keeps WeChat Pay from writing.
  const lock = new Libsql(path.join(dataDir, 'wechatpay.sqlite'));
  lock.exec('begin immediate');
  merchant.notifyStatus = 204;
  await client.post('/_emulator/clock', { advanceMs: 15_000 });
  await merchant.heard(2);
  expect(await noted()).toMatchObject([{ state: 'pending' }]);
  lock.close();
  const delivered = async () => JSON.stringify(await noted()).includes('"state":"delivered"');
  while (!(await delivered())) await client.post('/_emulator/clock', { advanceMs: 1 });
  expect(merchant.notices.length).toBeGreaterThan(2);
  await merchant.stop();
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { wire } from '../database/testDatabase';
import { type Emulator, startEmulator } from '../Emulator';
import { EmulatorClient } from '../EmulatorClient';
import { TestMerchant } from '../wechat/pay/TestMerchant';

const collections = {
  collections: {
    shops: { indexes: [{ name: 'at', fields: { at: '2dsphere' as const } }] },
    accounts: { indexes: [] },
    moves: { indexes: [] },
  },
};

let folder: string;
let running: Emulator[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'));
  running = [];
});

afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

async function start(name: string, functionsDir?: string): Promise<EmulatorClient> {
  const people = [{ openId: 'oAnn', name: 'Ann', role: '顾客' }];
  const options = { port: 0, dataDir: path.join(folder, name), collections, people };
  const emulator = await startEmulator({ ...options, ...(functionsDir !== undefined && { functionsDir }) });
  running.push(emulator);
  return new EmulatorClient(emulator.url);
}

async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((emulator) => emulator.stop()));
}

test('all that a restart brings back travels in one file: documents, places, files, clock, tokens, payments', async () => {
  const first = await start('first');
  await first.insert('shops', { _id: 'shop', at: { type: 'Point', coordinates: [116.4, 39.9] } });
  await first.post('/_emulator/clock', { advanceMs: 60_000 });
  const { token } = await first.post('/_emulator/actAs', { openId: 'oAnn' });
  await first.upload('tea.txt', '龙井');
  const merchant = await TestMerchant.open(path.join(folder, 'first'), () => first.url);
  await merchant.placeOrder('order-1');
  await merchant.stop();
  const snapshot = await first.exportSnapshot();

  const second = await start('second');
  await second.insert('shops', { _id: 'old' });
  await second.upload('old.txt', 'old');
  expect(await second.importSnapshot(snapshot)).toMatchObject({ status: 200, body: { files: expect.any(Number) } });
  await expectTheFirst(second, String(token));
  await stopAll();
  await expectTheFirst(await start('second'), String(token));
});

async function expectTheFirst(client: EmulatorClient, token: string): Promise<void> {
  const near = { at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [116.4, 39.9] } } } };
  expect(await client.ids('shops', near)).toEqual(['shop']);
  expect(await client.ids('shops')).toEqual(['shop']);
  expect(await client.get('/_emulator/clock')).toMatchObject({ offsetMs: 60_000 });
  const asAnn = { headers: { authorization: `Bearer ${token}` } };
  expect(await (await fetch(`${client.url}/files/tea.txt`, asAnn)).text()).toBe('龙井');
  expect((await fetch(`${client.url}/files/old.txt`, asAnn)).status).toBe(404);
  const me = await fetch(`${client.url}/auth/v1/user/me`, asAnn);
  expect(await me.json()).toMatchObject({ sub: 'oAnn' });
  const { orders } = await client.get('/_emulator/wechat/orders');
  expect(orders).toMatchObject([{ request: { out_trade_no: 'order-1' } }]);
}

test('an export while money moves shows one moment: nothing told before is missing, and the sum is right', async () => {
  const first = await start('first');
  await first.insert('accounts', { _id: 'ann', balance: 1000 }, { _id: 'bob', balance: 1000 });
  const told: string[] = [];
  let done = false;
  const mover = async (lane: number): Promise<void> => {
    for (let n = 0; !done; n++) if (await move(first, `move-${lane}-${n}`)) told.push(`move-${lane}-${n}`);
  };
  const movers = [0, 1, 2, 3].map(mover);
  const second = await start('second');
  for (let round = 0; round < 3; round++) {
    const before = told.length;
    const snapshot = await first.exportSnapshot();
    expect((await second.importSnapshot(snapshot)).status).toBe(200);
    const [ann, bob] = await second.find('accounts');
    const moves = await second.ids('moves');
    expect(ann).toMatchObject({ balance: 1000 - moves.length });
    expect(bob).toMatchObject({ balance: 1000 + moves.length });
    expect(told.slice(0, before).filter((id) => !moves.includes(id))).toEqual([]);
  }
  done = true;
  await Promise.all(movers);
  expect(told.length).toBeGreaterThan(0);
});

/** Moves 1 from ann to bob and notes it, in one transaction; false when another move came first. */
async function move(client: EmulatorClient, _id: string): Promise<boolean> {
  const { transactionId } = await client.action('database.startTransaction', {});
  const add = (account: string, amount: number) =>
    client.action('database.modifyDocument', {
      ...{ collectionName: 'accounts', queryType: 'DOC', multi: false, merge: true, upsert: false, transactionId },
      ...{ query: wire({ _id: account }), data: wire({ $inc: { balance: amount } }) },
    });
  const note = { collectionName: 'moves', data: [wire({ _id })], transactionId };
  for (const step of [
    () => add('ann', -1),
    () => add('bob', 1),
    () => client.action('database.insertDocument', note),
  ]) {
    if ((await step()).code !== undefined) return false;
  }
  return (await client.action('database.commitTransaction', { transactionId })).code === undefined;
}

test('an import gives functions new processes', async () => {
  mkdirSync(path.join(folder, 'fn', 'pid'), { recursive: true });
  writeFileSync(path.join(folder, 'fn', 'pid', 'index.js'), 'exports.main = () => process.pid;');
  const declaration = { envId: 'test', functionRoot: 'fn', functions: [{ name: 'pid' }] };
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify(declaration));
  const client = await start('first', folder);
  const pids = async () => {
    await client.post('/_emulator/prewarm', { functions: ['pid'] });
    return (await client.get('/_emulator/processes')).pid;
  };
  const before = await pids();
  await client.importSnapshot(await client.exportSnapshot());
  const after = await pids();
  expect([before, after]).toEqual([[expect.any(Number)], [expect.any(Number)]]);
  expect(after).not.toEqual(before);
});

test('while another program has the database open an import is refused, and the old state goes on', async () => {
  const client = await start('first');
  await client.insert('shops', { _id: 'mine' });
  const snapshot = await client.exportSnapshot();
  await client.insert('shops', { _id: 'later' });
  const other = new Libsql(path.join(folder, 'first', 'database.sqlite'));
  other.exec('begin; select * from sqlite_schema');
  expect(await client.importSnapshot(snapshot)).toMatchObject({ status: 400, body: { code: 'DATA_IN_USE' } });
  expect(await client.ids('shops')).toEqual(['mine', 'later']);
  expect((await client.insert('shops', { _id: 'after' })).code).toBeUndefined();
  other.close();
  expect(await client.importSnapshot(snapshot)).toMatchObject({ status: 200 });
  expect(await client.ids('shops')).toEqual(['mine']);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';
import type { CallRecord, DatabaseCall } from '../functions/CallLog';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'admin-route-'));
  mkdirSync(path.join(folder, 'fn', 'stock'), { recursive: true });
  writeFileSync(path.join(folder, 'fn', 'stock', 'index.js'), stockFunction);
  const declaration = { envId: 'test', functionRoot: 'fn', functions: [{ name: 'stock', timeout: 20 }] };
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify(declaration));
  const collections = { collections: { skus: { indexes: [{ name: 'shop', fields: { shopId: 1 as const } }] } } };
  emulator = await startEmulator({ port: 0, dataDir: path.join(folder, 'data'), functionsDir: folder, collections });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

/** Does in one invocation what a test asks for by name. */
const stockFunction = `
const { init } = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))});
exports.main = async ({ operation }, context) => {
  const db = init({ env: 'test', context }).database();
  const skus = db.collection('skus');
  const does = {
    seed: async () => {
      for (let shop = 0; shop < 2; shop++) {
        await skus.add(Array.from({ length: 600 }, (_, i) => ({ shopId: 's' + shop, left: i })));
      }
    },
    byShop: () => skus.where({ shopId: 's1' }).limit(7).get(),
    byLeft: () => skus.where({ left: 5 }).get(),
    defects: async () => {
      const transaction = await db.startTransaction();
      const within = transaction.collection('skus');
      await within.where({ left: 5 }).update({ note: 'lost' });
      await within.where({ left: 999 }).remove();
      await within.where({ left: 5 }).count();
      await skus.aggregate().match({ left: 5 }).end();
      await within.where({ left: 5 }).get();
      await within.doc('sku').set({ left: 1 });
      await transaction.rollback();
      await skus.where({ left: 5 }).count();
    },
  };
  await does[operation]();
  return 'done';
};`;

async function callsOf(operation: string): Promise<DatabaseCall[]> {
  const signIn = await fetch(`${emulator.url}/auth/v1/signin/anonymously`, { method: 'POST' });
  const { access_token: token } = (await signIn.json()) as { access_token: string };
  const answer = await fetch(`${emulator.url}/v1/functions/stock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ operation }),
  });
  expect(await answer.json()).toBe('done');
  const { calls } = (await (await fetch(`${emulator.url}/_emulator/calls`)).json()) as { calls: CallRecord[] };
  return calls[0]?.databaseCalls ?? [];
}

test('each database call of an invocation tells its index, and a slow one warns', async () => {
  await callsOf('seed');
  const [byShop] = await callsOf('byShop');
  expect(byShop?.plan).toEqual({ index: 'shop', scanned: 7, returned: 7 });
  expect(byShop).not.toHaveProperty('slowQuery');
  const [byLeft] = await callsOf('byLeft');
  expect(byLeft?.plan).toEqual({ index: null, scanned: 1200, returned: 2 });
  expect(byLeft?.slowQuery).toBe('Looked at 1200 documents of skus for 2: no index serves it.');
});

test('what silently runs outside an open transaction is a defect of the caller, with what to write instead', async () => {
  const calls = await callsOf('defects');
  const defects = calls.map(({ action, defect }) => [action.replace('database.', ''), defect]);
  const ranOutside = 'ranOutsideTransaction';
  expect(defects).toEqual([
    ['startTransaction', undefined],
    ['modifyDocument', ranOutside],
    ['removeDocument', ranOutside],
    ['calculateDocument', ranOutside],
    ['aggregateDocuments', ranOutside],
    ['getDocument', undefined],
    ['modifyDocument', undefined],
    ['abortTransaction', undefined],
    ['calculateDocument', undefined],
  ]);
  expect(calls[1]?.advice).toMatch(/where\(\)\.get\(\) of the transaction/);
});

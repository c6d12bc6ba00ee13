import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectionDeclarations } from '../database/declarations';
import { type Emulator, startEmulator } from '../Emulator';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'door-'));
  const collections: CollectionDeclarations = {
    collections: { teas: { indexes: [] }, cups: { indexes: [{ name: 'bySize', fields: { size: 1 } }] } },
  };
  emulator = await startEmulator({ port: 0, dataDir: folder, collections });
  const made = { $date: '2026-11-22T00:00:00Z' };
  const teas = [3, 1, 2].map((price) => JSON.stringify({ _id: `tea-${price}`, price, made }));
  const insert = { action: 'database.insertDocument', collectionName: 'teas', data: teas };
  await fetch(`${emulator.url}/admin`, { method: 'POST', body: JSON.stringify(insert) });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test('all collections, with how many documents each has', async () => {
  const pots = { action: 'database.addCollection', collectionName: 'pots' };
  await fetch(`${emulator.url}/admin`, { method: 'POST', body: JSON.stringify(pots) });
  const answer = await fetch(`${emulator.url}/_emulator/collections`);
  expect(await answer.json()).toEqual({
    collections: [
      { name: 'teas', count: 3 },
      { name: 'cups', count: 0 },
      { name: 'pots', count: 0 },
    ],
  });
});

test('the declared indexes', async () => {
  const answer = await fetch(`${emulator.url}/_emulator/indexes`);
  expect(await answer.json()).toEqual({
    indexes: [{ collection: 'cups', name: 'bySize', fields: { size: 1 }, unique: false }],
  });
});

test('a query with order and limit, and how many there are in all', async () => {
  const { body } = await query({ collection: 'teas', query: { price: { $gte: 1 } }, order: { price: -1 }, limit: 2 });
  expect(body).toMatchObject({ total: 3, documents: [{ _id: 'tea-3' }, { _id: 'tea-2' }] });
});

test('dates are asked for and answered as EJSON', async () => {
  const after = { made: { $gt: { $date: '2026-11-21T00:00:00Z' } } };
  const { body } = await query({ collection: 'teas', query: after, limit: 1 });
  expect(body).toMatchObject({ total: 3, documents: [{ made: { $date: { $numberLong: '1795305600000' } } }] });
});

test.each([
  ['an unknown operator', { collection: 'teas', query: { price: { $near42: 1 } } }, /\$near42/],
  ['an unknown collection', { collection: 'pans' }, /pans/],
  ['an order that is none', { collection: 'teas', order: { price: 'up' } }, /price/],
  ['too many at once', { collection: 'teas', limit: 5000 }, /limit/],
])('%s is refused in words', async (_what, asked, words) => {
  const { status, body } = await query(asked);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThanOrEqual(501);
  expect(body).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), message: expect.stringMatching(words) });
});

async function query(asked: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${emulator.url}/_emulator/query`, { method: 'POST', body: JSON.stringify(asked) });
  return { status: answer.status, body: await answer.json() };
}

test('explain tells how a query was answered', async () => {
  const asked = { collection: 'teas', query: { price: { $gte: 2 } }, order: { price: 1 }, limit: 1, skip: 1 };
  const answer = await fetch(`${emulator.url}/_emulator/explain`, { method: 'POST', body: JSON.stringify(asked) });
  expect(await answer.json()).toEqual({ index: null, scanned: 3, returned: 1, sortedByIndex: false });
});

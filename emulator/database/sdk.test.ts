import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type tcb from '@cloudbase/node-sdk';
import { CloudBaseError } from '../CloudBaseError';
import { type Database, openDatabase } from './Database';

const dataDir = mkdtempSync(join(tmpdir(), 'meidian-sdk-'));
const nearbyShops = {
  collections: { shops: { indexes: [{ name: 'location', fields: { location: '2dsphere' } }] } },
} as const;
let database: Database;
let server: Server;
let app: ReturnType<typeof tcb.init>;

beforeAll(async () => {
  database = openDatabase({ dataDir, collections: nearbyShops, now: Date.now });
  server = createServer((request, response) => {
    void answerOf(request).then((answer) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: 'r', ...answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SILENCE: 'true',
  });
  const sdk = await import('@cloudbase/node-sdk');
  app = sdk.default.init({ env: 'local' });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  database.close();
  rmSync(dataDir, { recursive: true });
});

async function answerOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { action, ...params } = JSON.parse(Buffer.concat(chunks).toString());
  return database.handle(action, params).catch(asAnswer);
}

const asAnswer = (error: unknown): Record<string, unknown> => {
  if (error instanceof CloudBaseError) return { code: error.code, message: error.message };
  throw error;
};

test('the unmodified SDK adds, reads, updates, counts and removes', async () => {
  const db = app.database();
  const _ = db.command;
  await db.createCollection('teas');
  const teas = db.collection('teas');
  const { id = '' } = await teas.add({
    name: '龙井',
    price: 9800,
    tags: ['green'],
    soldAt: new Date(5),
    addedAt: db.serverDate(),
  });
  await teas.add([
    { _id: 'b', name: '普洱', price: 100 },
    { _id: 'c', name: '白茶', price: 200 },
  ]);
  expect((await teas.doc(id).get()).data[0]).toMatchObject({
    name: '龙井',
    soldAt: new Date(5),
    addedAt: expect.any(Date),
  });
  const change = {
    price: _.inc(2),
    tags: _.push(['new', 'x']),
    'stock.left': 3,
    soldAt: _.remove(),
    name: '西湖',
  };
  expect(await teas.doc(id).update(change)).toMatchObject({ updated: 1 });
  const [changed] = (await teas.doc(id).get()).data;
  expect(changed).toMatchObject({ price: 9802, tags: ['green', 'new', 'x'], stock: { left: 3 }, name: '西湖' });
  expect(changed).not.toHaveProperty('soldAt');
  const cheap = teas.where({ price: _.gte(100).and(_.lt(300)) });
  expect((await cheap.orderBy('price', 'desc').field({ name: true }).get()).data).toEqual([
    { _id: 'c', name: '白茶' },
    { _id: 'b', name: '普洱' },
  ]);
  expect(await teas.where({ name: /茶$/ }).count()).toMatchObject({ total: 1 });
  expect(await teas.doc('d').set({ name: '乌龙' })).toMatchObject({ updated: 0, upsertedId: 'd' });
  expect(await cheap.updateAndReturn({ price: _.mul(2) })).toMatchObject({ updated: 1, doc: { price: 200 } });
  expect(await teas.where({ _id: _.in(['b', 'c']) }).remove()).toMatchObject({ deleted: 2 });
  expect(await teas.doc('d').remove()).toMatchObject({ deleted: 1 });
});

test('errors reach the SDK with their code', async () => {
  const db = app.database();
  await expect(db.collection('nowhere').get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
});

test('the SDK finds shops by distance, as a query and as an aggregation', async () => {
  const db = app.database();
  const _ = db.command;
  const shops = db.collection('shops');
  const here = new db.Geo.Point(121.48, 31.23);
  await shops.add([
    { _id: 'far', location: new db.Geo.Point(121.6, 31.23) },
    { _id: 'near', location: new db.Geo.Point(121.481, 31.23) },
    { _id: 'next', location: new db.Geo.Point(121.49, 31.23) },
  ]);
  const near = await shops.where({ location: _.geoNear({ geometry: here, maxDistance: 5000 }) }).get();
  expect(near.data.map(({ _id }: { _id: string }) => _id)).toEqual(['near', 'next']);
  const stages = shops.aggregate().geoNear({ near: here, spherical: true, distanceField: 'metres', key: 'location' });
  const { data } = await stages.limit(2).project({ metres: 1 }).end();
  expect(data).toMatchObject([{ _id: 'near', metres: expect.closeTo(95.2, 1) }, { _id: 'next' }]);
});

type Transaction = Awaited<ReturnType<ReturnType<typeof app.database>['startTransaction']>>;

test('runTransaction tries again on a conflict until each has taken one', async () => {
  const db = app.database();
  await db.createCollection('stock');
  await db.collection('stock').add({ _id: 'sku', left: 2 });
  const take = () =>
    db.runTransaction(async (transaction: Transaction) => {
      const { data } = await transaction.collection('stock').doc('sku').get();
      const { left } = data as unknown as { left: number };
      if (left < 1) await transaction.rollback('sold out');
      await transaction
        .collection('stock')
        .doc('sku')
        .update({ left: db.command.inc(-1) });
      return 'taken';
    });
  const results = await Promise.all([take(), take(), take()].map((each) => each.catch((reason: unknown) => reason)));
  expect(results.filter((result) => result === 'taken')).toHaveLength(2);
  expect((await db.collection('stock').doc('sku').get()).data).toMatchObject([{ left: 0 }]);
});

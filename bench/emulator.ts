import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudBase } from '../test/support/connect';
import { ChildServer } from './ChildServer';
import { databaseAt } from './databaseAt';
import { noteFigure } from './figures';
import { inTurns, type Spread } from './inTurns';
import { openLibsqlFloors } from './libsqlFloors';
import { anywhere, declarations, itemCount, itemOf, placesName, seedItems } from './seedItems';

type Db = ReturnType<CloudBase['database']>;

/**
 * `npm run bench -- emulator`: what a call through the unmodified SDK costs, as a ratio to the same calls answered by a
 * bare server (the echo) and to the bare statements of libsql. The three take turns, so that noise hits all. Emulator and
 * echo have processes of their own. Places are 10 000 and 100 000; `--full` adds a million, which takes a minute to plant.
 */
export async function benchEmulator(full: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meidian-bench-'));
  const counts = full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
  const servers: ChildServer[] = [];
  const start = async (program: string, ...args: readonly string[]): Promise<string> => {
    const server = await ChildServer.start(program, ...args);
    servers.push(server);
    return server.url;
  };
  try {
    const began = performance.now();
    await seedItems(folder, counts);
    console.log(`seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const collections = path.join(folder, 'collections.json');
    writeFileSync(collections, JSON.stringify(declarations));
    const emulatorUrl = await start('emulator/cli.ts', '--port', '0', '--data', folder, '--collections', collections);
    const echoUrl = await start('bench/echoServer.ts', emulatorUrl);
    await assertNoScan(emulatorUrl);
    await printComparison(await databaseAt(emulatorUrl), await databaseAt(echoUrl), folder, counts);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
  }
}

/** An indexed query looks at nothing but its answer. */
async function assertNoScan(url: string): Promise<void> {
  const asked = { collection: 'items', query: { shopId: 'shop-7' }, order: { rank: -1 }, limit: 20 };
  const answer = await fetch(`${url}/_emulator/explain`, { method: 'POST', body: JSON.stringify(asked) });
  const { index, scanned, returned, sortedByIndex } = (await answer.json()) as Record<string, unknown>;
  const said = `indexed query: index ${index}, scanned ${scanned}, returned ${returned}`;
  if (scanned !== 20 || returned !== 20 || sortedByIndex !== true) throw new Error(`It scans. ${said}`);
  console.log(said);
}

async function printComparison(emulator: Db, echo: Db, folder: string, counts: readonly number[]): Promise<void> {
  const floors = openLibsqlFloors(folder, folder);
  console.log('                        emulator p50    p99     echo p50   libsql p50   ms   of echo   of libsql');
  const row = async (name: string, operation: (db: Db) => Promise<unknown>, floor: () => void) => {
    printRow(
      name,
      await inTurns({
        emulator: () => operation(emulator),
        echo: () => operation(echo),
        libsql: async () => floor(),
      }),
    );
  };
  await row('point get', get, floors.get);
  await row('insert', insert, floors.insert);
  await row('conditional update', update, floors.update);
  await row('indexed query of 20', query, floors.query);
  for (const count of counts) await row(`geoNear of ${count}`, near(count), () => floors.near(count));
  await row('transaction of 6 calls', transact, floors.transaction);
  floors.close();
  await printGrowth(emulator, Math.min(...counts), Math.max(...counts));
}

/** How much more the search among many places costs than that among few, both in turn. */
async function printGrowth(emulator: Db, few: number, many: number): Promise<void> {
  const took = await inTurns({ few: () => near(few)(emulator), many: () => near(many)(emulator) });
  const times = (took.many.p50 / took.few.p50).toFixed(2);
  console.log(`geoNear of ${many} costs ${times} times that of ${few}, called in turns`);
}

function printRow(name: string, { emulator, echo, libsql }: Record<'emulator' | 'echo' | 'libsql', Spread>): void {
  noteFigure({ name, value: emulator.p50, unit: 'ms', times: emulator.p50 / libsql.p50, of: 'bare libsql' });
  const ms = (value: number, width: number) => value.toFixed(3).padStart(width);
  const times = (floor: number, width: number) => `${(emulator.p50 / floor).toFixed(2)}×`.padStart(width);
  const figures = [ms(emulator.p50, 14), ms(emulator.p99, 9), ms(echo.p50, 11), ms(libsql.p50, 12)].join('');
  console.log(`${name.padEnd(22)}${figures}${times(echo.p50, 15)}${times(libsql.p50, 12)}`);
}

const anItem = (): string => `item-${Math.floor(Math.random() * itemCount)}`;

const get = (db: Db): Promise<unknown> => db.collection('items').doc(anItem()).get();

let added = 0;

function insert(db: Db): Promise<unknown> {
  added += 1;
  return db.collection('added').add({ ...itemOf(added), _id: `added-${added}` });
}

/** Takes one from the stock, if there is one. */
function update(db: Db): Promise<unknown> {
  const _ = db.command;
  return db
    .collection('items')
    .where({ _id: anItem(), left: _.gte(1) })
    .update({ left: _.inc(-1) });
}

function query(db: Db): Promise<unknown> {
  const shopId = `shop-${Math.floor(Math.random() * 500)}`;
  return db.collection('items').where({ shopId }).orderBy('rank', 'desc').limit(20).get();
}

const near =
  (count: number) =>
  (db: Db): Promise<unknown> => {
    const geometry = new db.Geo.Point(...anywhere());
    const at = db.command.geoNear({ geometry, maxDistance: 50_000, minDistance: 0 });
    return db.collection(placesName(count)).where({ at }).limit(20).get();
  };

interface Transaction {
  collection: Db['collection'];
}

/** Reads two, writes two: six requests with its start and commit. */
function transact(db: Db): Promise<unknown> {
  return db.runTransaction(async (transaction: Transaction) => {
    const items = transaction.collection('items');
    const [one, other] = [anItem(), anItem()];
    await items.doc(one).get();
    await items.doc(other).get();
    await items.doc(one).update({ left: db.command.inc(-1) });
    await items.doc(other).update({ left: db.command.inc(1) });
  });
}

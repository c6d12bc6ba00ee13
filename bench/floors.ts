import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { type Measured, measure } from './measure';

/** What no order can be faster than: one transaction with an order's writes, on the disk before the next begins. */
export async function measureTransaction(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meidian-floor-'));
  const db = new Libsql(path.join(folder, 'floor.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.prepare(`pragma ${pragma}`).all();
  db.exec('create table records (id text primary key, body text) strict');
  const insert = db.prepare('insert into records values (?, ?)');
  const update = db.prepare('update records set body = ? where id = ?');
  insert.run(['sku', sized(900)]);

  let orders = 0;
  const measured = await measure('floor: libsql transaction', [
    async () => {
      orders += 1;
      db.exec('begin immediate');
      // The same four records that placeOrder writes: the SKU with its note, order, move, the SKU without.
      update.run([sized(1_200), 'sku']);
      insert.run([`order-${orders}`, sized(900)]);
      insert.run([`move-${orders}`, sized(300)]);
      update.run([sized(900), 'sku']);
      db.exec('commit');
    },
  ]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return measured;
}

/** What no call can be faster than: a request that is answered with its own body, over loopback. */
export async function measureEcho(callers: number): Promise<Measured> {
  const server = createServer((request, response) => request.pipe(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = sized(300);
  const call = async () => (await fetch(url, { method: 'POST', body })).text();
  const measured = await measure('floor: HTTP echo', Array<typeof call>(callers).fill(call));
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  return measured;
}

const sized = (bytes: number): string => 'x'.repeat(bytes);

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import { type CloudBase, connect } from '../support/connect';
import { copyWorld } from '../support/copyWorld';
import { orderOf } from '../support/orderOf';
import { type Caller, callerAt } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

const skuId = 'millet-qinzhou-1';
let dataDir: string;
let child: ChildProcess;
let url: string;
let port = 0;
let cloudbase: CloudBase;
/** Orders whose buyers were told that they have them. */
const acknowledged = new Set<string>();

beforeAll(async () => {
  dataDir = await copyWorld();
  await open();
  cloudbase = await connect(url);
  const seller = await callerAt(url, sellers.owner);
  await seller.ask('shop.adjustStock', { shopId: 'jinmei', moveId: 'plenty', skuId, delta: 5_000, reason: 'restock' });
});
afterAll(async () => {
  child.disconnect();
  await once(child, 'exit');
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<void> {
  child = fork(path.join(__dirname, '../support/serveStorefront.ts'), [dataDir, String(port)], {
    execArgv: ['--import', 'tsx'],
  });
  const [started] = (await once(child, 'message')) as [{ url: string; port: number }];
  ({ url, port } = started);
}

const killed = async (): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

/** Eight shoppers order, one piece after another, until `stop` says so or nobody answers any more. */
async function orderStream(round: string, stop: () => boolean): Promise<void> {
  const callers = await Promise.all(shoppers.slice(0, 8).map((person) => callerAt(url, person)));
  await Promise.all(
    callers.map(async (caller, buyer) => {
      for (let number = 0; !stop(); number += 1) {
        const orderId = `kill-${round}-${buyer}-${number}`;
        const answer = await placeOne(caller, orderId).catch(() => undefined);
        if (answer?.ok) acknowledged.add(orderId);
      }
    }),
  );
}

const placeOne = (caller: Caller, orderId: string) =>
  caller.call('order.placeOrder', orderOf(caller.person, { orderId, skuId, seenTotal: 2_980 + 800 }));

async function allOrders(): Promise<OrderRecord[]> {
  const read = async (offset: number): Promise<OrderRecord[]> => {
    const page = await cloudbase.database().collection('orders').orderBy('_id', 'asc').skip(offset).limit(1_000).get();
    return page.data.length < 1_000 ? page.data : [...page.data, ...(await read(offset + 1_000))];
  };
  return (await read(0)).filter((order) => order._id.startsWith('kill-'));
}

/** Lets the timers do what the dead left undone, and checks the books: nothing lost, nothing sold twice. */
async function expectBooksToBalance(): Promise<void> {
  await post('clock', { advanceMs: 180_000 });
  await until(async () => {
    await post('runTimer', { function: 'timers' });
    return (await stockBooks(cloudbase, skuId)).sku.pendingCount === 0;
  });
  const orders = await allOrders();
  const placed = new Set(orders.map((order) => order._id));
  expect([...acknowledged].filter((orderId) => !placed.has(orderId))).toEqual([]);

  const { sku, moves, adjusted } = await stockBooks(cloudbase, skuId);
  expect(adjusted).toBe(sku.stock);
  const sold = moves.filter((move) => move.orderId?.startsWith('kill-'));
  expect(new Set(sold.map((move) => move.orderId))).toEqual(placed);
  expect(sold).toHaveLength(orders.length);
}

const post = async (what: string, body: object): Promise<void> => {
  const response = await fetch(`${url}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
};

test.each(['one', 'two', 'three'])('kill -9 on the emulator in a stream of orders, time %s', async (round) => {
  const before = acknowledged.size;
  let dead = false;
  const stream = orderStream(round, () => dead);
  await until(() => acknowledged.size >= before + 25, 30_000);
  await killed();
  dead = true;
  await stream;

  await open();
  await expectBooksToBalance();
});

test('kill -9 on function processes in a stream of orders', async () => {
  const before = acknowledged.size;
  let done = false;
  const stream = orderStream('fn', () => done);
  for (const more of [15, 30, 45]) {
    await until(() => acknowledged.size >= before + more, 30_000);
    const processes = (await (await fetch(`${url}/_emulator/processes`)).json()) as Record<string, number[]>;
    expect(processes.order?.length).toBeGreaterThan(0);
    for (const pid of processes.order ?? []) process.kill(pid, 'SIGKILL');
  }
  done = true;
  await stream;
  await expectBooksToBalance();
});

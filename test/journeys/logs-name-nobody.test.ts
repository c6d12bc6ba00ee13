import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canary, personal } from '../soak/canary';
import { demoFanKey } from '../support/demoSettings';
import { FaultyProxy } from '../support/FaultyProxy';
import { bindShop } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { contracts, rightInputs } from './rightInputs';

const shopId = 'jinmei';
let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let owner: Caller;
/** Values that only functions may know. */
let secrets: string[];

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  const context = JSON.stringify({ URL: `${proxy.url}/admin` });
  storefront = await openStorefront([], undefined, { TCB_CONTEXT_CNFG: context, WECHAT_API_BASE_URL: proxy.url });
  proxy.target = storefront.emulator.url;
  [ann, owner] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)]);
  const door = await bindShop(storefront, owner, shopId);
  await door.follow(ann.person);
  const merchant = readFileSync(path.join(storefront.dataDir, 'merchant.json'), 'utf8');
  const longTexts = JSON.stringify(JSON.parse(merchant)).match(/[\w+/=]{32,}/g) ?? [];
  secrets = [demoFanKey, door.account.secret, ...longTexts];
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

interface LogLine {
  stream: string;
  line: string;
  requestId: string;
}

async function readLog(): Promise<LogLine[]> {
  const answer = await fetch(`${storefront.emulator.url}/_emulator/log`);
  return ((await answer.json()) as { lines: LogLine[] }).lines;
}

/** What a line must not say. */
const tells = (line: string): boolean => personal.test(line) || secrets.some((secret) => line.includes(secret));

test('a journey with names, a phone, an address and notes leaves lines that name nobody, and each says its request', async () => {
  const addressId = canary.addressIdOf(ann.person);
  const { name, phone, detail, note } = canary;
  const region = ['山西省', '太原市', '迎泽区'] as [string, string, string];
  await ann.ask('order.saveAddress', { addressId, name, phone, detail, region, isDefault: true });
  const lines = [{ skuId: 'taigu-cake-1', quantity: 1 }];
  const { toPay } = await ann.ask('order.previewCheckout', {
    baskets: [{ shopId, lines, couponId: 'none' }],
    addressId,
  });
  const basket = { shopId, lines, way: 'express', note, seenTotal: toPay ?? rightTotal() } as const;
  await ann.ask('order.placeOrder', { checkoutId: 'canary-order-1', addressId, baskets: [basket] });
  await ann.pay((await ann.ask('order.payOrder', { orderId: 'canary-order-1' })).payment);
  await ann.ask('order.checkPayment', { orderId: 'canary-order-1' });
  const comment = { articleId: 'vinegar-yard', commentId: 'canary-01', name, text: note };
  await ann.ask('content.commentOn', comment);
  await storefront.tick();
  await storefront.tick('people');
  await storefront.tick('upkeep');

  const log = await readLog();
  const ours = log.filter(({ line }) => line.startsWith('{'));
  expect(ours.length).toBeGreaterThan(6);
  for (const { line, requestId } of ours)
    expect(JSON.parse(line)).toMatchObject({ operation: expect.any(String), requestId });
  expect(log.filter(({ line }) => tells(line))).toEqual([]);
});

test('what would tell is seen', () => {
  expect(
    [canary.name, canary.phone, canary.detail, ann.person.openId, ann.person.unionId, demoFanKey].every(tells),
  ).toBe(true);
  expect(secrets.length).toBeGreaterThan(4);
});

test('nor do faults: whatever operation the database fails under, its stack names nobody', async () => {
  for (const [domain, contract] of Object.entries(contracts)) {
    for (const operation of Object.keys(contract)) {
      proxy.plan(0, 'refused');
      const input = JSON.parse(JSON.stringify(rightInputs[`${domain}.${operation}`]).replaceAll('安然', canary.name));
      await owner.send(domain, { operation, input });
    }
  }
  proxy.pass();
  const faults = (await readLog()).filter(({ stream }) => stream === 'stderr');
  expect(faults.length).toBeGreaterThan(50);
  expect(faults.filter(({ line }) => tells(line))).toEqual([]);
});

function rightTotal(): never {
  throw new Error('there is no total');
}

import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paths } from './paths';
import { runTool } from './runTool';

/** A copy of everything that the command writes to or that what it writes is checked against. */
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'meidian-new-'));
  const wanted = [
    '.gitignore',
    'biome.json',
    'cloudfunctions',
    'emulator',
    'miniprogram',
    'package.json',
    'scripts',
    'shared',
    'test',
  ];
  for (const name of [...wanted, 'tsconfig.json']) {
    await cp(path.join(paths.root, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(paths.root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

const newOperation = (...args: readonly string[]) =>
  runTool(copy, 'tsx/dist/cli.mjs', path.join(copy, 'scripts/newOperation.ts'), ...args);

const read = (file: string) => readFile(path.join(copy, file), 'utf8');

test('a new operation has all its pieces, and they compile and are formatted', async () => {
  const { code, stdout } = await newOperation('order.holdOrder', '--who', 'staff');
  expect([code, stdout]).toMatchObject([0, expect.stringContaining('test/journeys/hold-order.test.ts')]);
  expect((await newOperation('shop.countVisits')).code).toBe(0);
  expect((await newOperation('order.rateOrder')).code).toBe(0);

  expect(await read('shared/order/contract.ts')).toMatch(/holdOrder: \{[^}]*who: 'staff',\s*audit: \[\]/);
  expect(await read('shared/order/contract.ts')).toMatch(/rateOrder: \{[^}]*limit: \{ times: 20, seconds: 3_600 \}/);
  expect(await read('shared/shop/contract.ts')).toMatch(/countVisits: \{[^}]*who: 'shopper',\s*input/);
  expect(await read('cloudfunctions/order/index.ts')).toMatch(/import \{ holdOrder \}[\s\S]*\n {2}holdOrder,\n/);
  expect(await read('cloudfunctions/order/holdOrder.ts')).toContain('order.holdOrder is not written yet');
  expect(await read('test/journeys/rightInputs.ts')).toContain("'order.holdOrder': { shopId: 'jinmei' },");
  expect(await read('test/journeys/hold-order.test.ts')).toContain('as(sellers.clerk)');

  expect(await read('miniprogram/src/features/shop/staff/deedText.ts')).toContain("'order.holdOrder': 'holdOrder',");

  const formatted = await runTool(copy, '@biomejs/biome/bin/biome', 'ci', 'shared', 'cloudfunctions', 'test');
  expect(formatted).toMatchObject({ code: 0 });
  const types = await runTool(copy, 'typescript/bin/tsc', '-p', '.');
  expect(types).toMatchObject({ code: 0, stdout: '' });
  // It compiles the whole project.
}, 300_000);

test.each([
  ['order.placeOrder', 'order.placeOrder exists: see cloudfunctions/order/placeOrder.ts.'],
  ['orders.holdOrder', 'There is no domain orders; there are content, coupon, crm, fan, order, shop, traffic.'],
  ['order.hold', 'An operation is called domain.verbNoun: npm run new order.holdOrder -- --who staff'],
  ['order.HoldOrder', 'An operation is called domain.verbNoun: npm run new order.holdOrder -- --who staff'],
  ['holdOrder', 'An operation is called domain.verbNoun: npm run new order.holdOrder -- --who staff'],
])('%s is refused with one sentence, and nothing is written', async (name, sentence) => {
  const before = await read('shared/order/contract.ts');
  const { code, stderr } = await newOperation(name);
  expect([code, stderr.trim()]).toEqual([1, sentence]);
  expect(await read('shared/order/contract.ts')).toBe(before);
});

test('somebody whom the contracts do not know is refused', async () => {
  const { code, stderr } = await newOperation('order.keepOrder', '--who', 'admin');
  expect([code, stderr.trim()]).toEqual([
    1,
    'Nobody is called admin; there are anyone, shopper, staff, manager, owner.',
  ]);
});

/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { auditTable } from './auditRules';
import { Ledger } from './Ledger';
import { Measured } from './Measured';
import { packageBytes } from './packageBytes';
import { plantLongLists, rows } from './plantLongLists';
import { findUnbound, readBoundProps } from './unboundData';
import { unusedComponents } from './unusedComponents';

const [{ openId }] = shoppers;
const articleId = 'first-frost';
const KB = 1_000;
/** What a next page sends, however long the list is, and what a page may be after all of them. */
const nextPage = 12 * KB;
const mostNodes = 600;
const mostDepth = 24;
const fewestOnAPage = 8;

const ledger = new Ledger(path.join(__dirname, 'last.json'));
const bound = readBoundProps(paths.weapp);
let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
  await plantLongLists(storefront.cloudbase, openId, articleId);
});
afterAll(async () => {
  process.stdout.write(`\n${ledger.table()}\n\n${auditTable()}\n`);
  ledger.keep();
  await storefront.close();
});
afterEach(() => expect(ledger.newComplaints()).toEqual([]));

const phone = () => new Measured(paths.weapp, storefront.emulator.url, bound);

test('packages', () => {
  for (const [root, bytes] of packageBytes(paths.weapp)) {
    ledger.note(`package ${root}, bytes`, bytes, root === 'main' ? 700 * KB : 500 * KB);
  }
});

test.each([
  ['home', 'pages/home/index', 'product-vinegar-8y', 4],
  ['feed', 'pages/feed/index', 'article-articles-copy-0', 1],
  ['article', `packages/content/article/index?articleId=${articleId}`, 'article-title', 1],
  ['product', 'packages/trade/product/index?productId=vinegar-8y', 'add-to-cart', 1],
  ['cart', 'pages/cart/index', 'blank-action', 1],
  ['checkout', 'packages/trade/checkout/index?baskets=jinmei~taigu-cake-1:1', 'place-order', 1],
  ['orders', 'packages/trade/orders/index', 'order-orders-copy-0', 1],
  ['search', 'packages/trade/search/index?shopId=jinmei&words=醋', 'product-vinegar-8y', 2],
])('first content of %s', async (name, page, wanted, mostCalls) => {
  const measured = phone();
  const { first, still } = await measured.open(openId, page, wanted);
  ledger.note(`${name}: calls before first content`, first.calls, mostCalls);
  ledger.note(`${name}: waits before first content`, first.waits, 1);
  ledger.note(`${name}: setData before first content`, first.sends, name === 'home' ? 4 : 2);
  ledger.note(`${name}: bytes before first content`, first.bytes, 24 * KB);
  ledger.note(`${name}: bytes until it lies still`, still.bytes, 48 * KB);
  expect(measured.unbound()).toEqual([]);
});

test('a product opened from an article: one call, two sends', async () => {
  const measured = phone();
  await measured.open(openId, `packages/content/article/index?articleId=${articleId}`, 'article-title');
  const { first } = await measured.tapOpens('told-seabuckthorn-tea', 'add-to-cart');
  ledger.note('product from article: calls before first content', first.calls, 1);
  ledger.note('product from article: setData before first content', first.sends, 2);
  ledger.note('product from article: bytes before first content', first.bytes, 24 * KB);
});

test('gestures', async () => {
  const measured = phone();
  await measured.open(openId, `packages/content/article/index?articleId=${articleId}`, 'article-title');
  const like = await measured.gesture(() => measured.phone.tap('like'));
  ledger.note('like: bytes', like.bytes, KB);
  await measured.open(openId, 'packages/trade/product/index?productId=vinegar-8y', 'add-to-cart');
  const sheet = await measured.gesture(() => measured.phone.tap('add-to-cart'));
  ledger.note('open the choices of a product: bytes', sheet.bytes, 8 * KB);
  const choose = await measured.gesture(() => measured.phone.tap('option-0-1'));
  // Price, stock and picture change, and what each choice says to a screen reader.
  ledger.note('choose a SKU: bytes', choose.bytes, 1.25 * KB);
  const quantity = await measured.gesture(() => measured.phone.tap('sheet-quantity-more'));
  ledger.note('quantity in the sheet: bytes', quantity.bytes, KB);
  const added = await measured.gesture(() => measured.phone.tap('sheet-confirm'));
  ledger.note('add to cart: bytes', added.bytes, KB);
  ledger.note('add to cart: calls', added.calls, 2);
  await measured.open(openId, 'pages/cart/index', 'cart-checkout');
  const more = await measured.gesture(() => measured.phone.tap('quantity-vinegar-8y-3-more'));
  ledger.note('quantity in the cart: bytes', more.bytes, KB);
  expect(measured.unbound()).toEqual([]);
});

test.each([
  ['home', 'pages/home/index', 'product-vinegar-8y', rows],
  ['feed', 'pages/feed/index', 'article-articles-copy-0', 60],
  ['search', 'packages/trade/search/index?shopId=jinmei&words=醋', 'product-vinegar-8y', 60],
  ['orders', 'packages/trade/orders/index', 'order-orders-copy-0', 60],
  ['comments', `packages/content/article/index?articleId=${articleId}`, 'article-title', 60],
])(
  '%s stays flat over its next pages',
  async (name, page, wanted, items) => {
    const measured = phone();
    await measured.open(openId, page, wanted);
    await expectFlat(name, measured, items);
  },
  180_000,
);

test.each([
  ['goods', 'packages/seller/goods/index?shopId=jinmei'],
  ['own articles', 'packages/seller/articles/index?shopId=jinmei'],
])('%s of a seller stay flat over their next pages', async (name, page) => {
  const measured = phone();
  await measured.open(sellers.owner.openId, page, 'list-more');
  await expectFlat(name, measured, 60);
});

test('every component that a page declares is used; one that is not is found', async () => {
  expect(unusedComponents(paths.weapp)).toEqual([]);
  const folder = await mkdtemp(path.join(tmpdir(), 'declares-'));
  await writeFile(path.join(folder, 'page.json'), '{ "usingComponents": { "used": "./a", "unused": "./b" } }');
  await writeFile(path.join(folder, 'page.wxml'), '<used/>');
  expect(unusedComponents(folder)).toEqual(['page: unused']);
  await rm(folder, { recursive: true });
});

test('what no template binds is found', () => {
  expect(findUnbound([{ nn: '8', cl: 'card', cn: [{ nn: '2', ariaLable: '' }] }], bound)).toEqual(['2.ariaLable']);
});

/** Reads the list in front, so many items or all, as a person does who scrolls to its end again and again. */
async function expectFlat(name: string, measured: Measured, items: number): Promise<void> {
  const most = { largest: 0, bytes: 0, nodes: 0, depth: 0, children: 0 };
  for (let read = 0; read < items / fewestOnAPage && measured.phone.has('list-more'); read += 1) {
    await measured.phone.scroll('end');
    const cost = await measured.gesture(() => measured.phone.tap('list-more'));
    await measured.phone.scroll('end');
    for (const [what, value] of Object.entries({ ...cost, ...measured.size })) {
      if (what in most) most[what as keyof typeof most] = Math.max(most[what as keyof typeof most], value);
    }
  }
  ledger.note(`${name}: bytes of a next page`, most.bytes, nextPage);
  ledger.note(`${name}: largest setData`, most.largest, nextPage);
  ledger.note(`${name}: nodes after ${items}`, most.nodes, mostNodes);
  ledger.note(`${name}: depth`, most.depth, mostDepth);
  ledger.note(`${name}: most children of a node`, most.children, 60);
  expect(measured.unbound()).toEqual([]);
}

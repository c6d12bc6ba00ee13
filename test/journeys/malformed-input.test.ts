import * as v from 'valibot';
import { contentContract } from '../../shared/content/contract';
import type { StorefrontContract } from '../../shared/contract';
import { couponContract } from '../../shared/coupon/contract';
import { crmContract } from '../../shared/crm/contract';
import { fanContract } from '../../shared/fan/contract';
import type { Contract } from '../../shared/kernel/operation';
import { orderContract } from '../../shared/order/contract';
import { shopContract } from '../../shared/shop/contract';
import { trafficContract } from '../../shared/traffic/contract';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';

const contracts: Record<string, Contract> = {
  shop: shopContract,
  order: orderContract,
  coupon: couponContract,
  fan: fanContract,
  content: contentContract,
  traffic: trafficContract,
  crm: crmContract,
} satisfies Record<keyof StorefrontContract, Contract>;

const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' };
const lines = [{ skuId: 'vinegar-8y-1', quantity: 1 }];
const article = { shopId: 'jinmei', articleId: 'malformed' };
const customer = { shopId: 'jinmei', customerId: 'malformed-customer-of-32-letters' };
const conditions = {
  ...{ follows: true, classes: ['lost'], families: ['code'], tag: '茶友', boughtWithinDays: 9, notBoughtForDays: 9 },
  ...{ amountAtLeast: 1, ordersAtLeast: 1 },
};
const aCase = { orderId: 'malformed-01', caseId: 'case-malformed' };

/** An input that is right, to be made wrong in one field after another. `lines.0.quantity` names a field inside. */
const right: Record<string, object> = {
  'shop.getShopHome': { shopId: 'jinmei' },
  'shop.searchProducts': { shopId: 'jinmei', words: '醋', categoryId: 'vinegar', after: '1~vinegar-8y' },
  'shop.getProduct': { productId: 'vinegar-8y' },
  'shop.listMyShops': {},
  'shop.listStock': { shopId: 'jinmei', after: '1~vinegar-8y-1' },
  'shop.adjustStock': {
    shopId: 'jinmei',
    moveId: 'malformed',
    skuId: 'vinegar-8y-1',
    delta: 1,
    reason: 'count',
    note: 'x',
  },
  'shop.findNearbyShops': {
    at: { longitude: 112, latitude: 37 },
    radius: 1_000,
    trade: 'tea',
    openNow: true,
    delivers: true,
    selling: '醋',
    after: '112~37~5~jinmei',
  },
  'shop.countShopsInView': { view: { west: 112, south: 37, east: 113, north: 38 } },
  'shop.placeShop': { shopId: 'jinmei', place: { longitude: 112.5567, latitude: 37.8706 }, address: '柳巷 88 号' },
  'shop.getShopPlace': { shopId: 'jinmei' },
  'shop.saveShopHours': { shopId: 'jinmei', daily: { from: '08:30', to: '21:00' }, deliveryMetres: 3_000 },
  'shop.setFollowerPrice': { shopId: 'jinmei', skuId: 'vinegar-8y-1', followerPrice: 1 },
  'shop.undoAdjustment': { shopId: 'jinmei', moveId: 'malformed' },
  'shop.listStockMoves': { shopId: 'jinmei', skuId: 'vinegar-8y-1', after: '1~x' },
  'order.getCart': {},
  'order.setCartLine': { skuId: 'vinegar-8y-1', quantity: 1 },
  'order.listAddresses': {},
  'order.saveAddress': {
    addressId: 'malformed',
    name: '安然',
    phone: '13800000000',
    region: ['山西省', '太原市', '迎泽区'],
    detail: '柳巷 1 号',
    isDefault: false,
  },
  'order.removeAddress': { addressId: 'malformed' },
  'order.previewCheckout': {
    baskets: [
      {
        shopId: 'jinmei',
        lines: [{ skuId: 'vinegar-8y-1', quantity: 1 }],
        way: 'pickup',
        couponId: 'malformed-coupon',
      },
    ],
    addressId: 'malformed',
  },
  'order.placeOrder': {
    checkoutId: 'malformed-01',
    addressId: 'malformed',
    baskets: [
      {
        shopId: 'jinmei',
        lines: [{ skuId: 'vinegar-8y-1', quantity: 1 }],
        way: 'express',
        note: 'x',
        couponId: 'malformed-coupon',
        seenTotal: 1,
      },
    ],
  },
  'order.payOrder': { orderId: 'malformed-01' },
  'order.checkPayment': { orderId: 'malformed-01' },
  'order.cancelOrder': { orderId: 'malformed-01' },
  'order.listOrders': { status: 'paid', words: '醋', after: '1~x' },
  'order.getOrder': { orderId: 'malformed-01' },
  'order.listShopOrders': { shopId: 'jinmei', status: 'paid', needs: 'ship', words: '1', after: '1~x' },
  'order.shipOrder': { shopId: 'jinmei', orderId: 'malformed-01', parcels: [parcel] },
  'order.correctShipment': { shopId: 'jinmei', orderId: 'malformed-01', parcels: [parcel] },
  'order.preparePickup': { shopId: 'jinmei', orderId: 'malformed-01' },
  'order.verifyPickup': { shopId: 'jinmei', code: '0123456789' },
  'order.getShopOrder': { shopId: 'jinmei', orderId: 'malformed-01' },
  'order.issueInvoice': { shopId: 'jinmei', orderId: 'malformed-01', number: '1' },
  'order.requestInvoice': {
    orderId: 'malformed-01',
    invoice: { kind: 'company', title: '公司', taxNumber: '91140100MA0K123456', email: 'a@example.com' },
  },
  'order.buyAgain': { orderId: 'malformed-01' },
  'order.requestAfterSale': { ...aCase, kind: 'refundOnly', lines, reason: 'late', text: 'x', pictures: [], amount: 1 },
  'order.withdrawAfterSale': aCase,
  'order.sendReturn': { ...aCase, parcel },
  'order.decideAfterSale': { shopId: 'jinmei', ...aCase, decision: 'agree', answer: 'x', restock: true },
  'order.settleReturn': { shopId: 'jinmei', ...aCase, outcome: 'accept', restock: true, replacement: parcel },
  'order.refundOrder': { shopId: 'jinmei', ...aCase, lines, text: 'x', restock: true, amount: 1 },
  'order.retryRefund': { shopId: 'jinmei', orderId: 'malformed-01' },
  'order.trackParcels': { orderId: 'malformed-01' },
  'order.confirmReceipt': { orderId: 'malformed-01' },
  'shop.listMyProducts': { shopId: 'jinmei', after: '1~malformed' },
  'shop.getMyProduct': { shopId: 'jinmei', productId: 'vinegar-8y' },
  'shop.saveProduct': {
    ...{ shopId: 'jinmei', productId: 'malformed', saveId: 'malformed', version: 0, name: '醋', subtitle: '一' },
    ...{ categoryId: 'vinegar', badge: '新', pictures: ['cloud://a.b/c'], story: ['一'] },
    ...{ facts: [{ label: '产地', text: '清徐' }], options: [{ name: '规格', values: ['小'] }] },
    skus: [
      {
        ...{ choice: ['小'], price: 2, wasPrice: 3, followerPrice: 1, cost: 1 },
        ...{ barcode: '6901234567892', grams: 1, lowAt: 1, stock: 1 },
      },
    ],
  },
  'shop.shelveProduct': { shopId: 'jinmei', productId: 'malformed', onShelf: true },
  'shop.arrangeProducts': { shopId: 'jinmei', productIds: ['malformed', 'malformed-2'] },
  'shop.findSku': { shopId: 'jinmei', barcode: '6901234567892' },
  'shop.saveShopFront': {
    ...{ shopId: 'jinmei', name: '店', slogan: '一', notice: '二', logo: 'cloud://a.b/c' },
    categories: [{ categoryId: 'vinegar', name: '醋' }],
  },
  'coupon.listClaimable': { shopId: 'jinmei', productId: 'vinegar-8y' },
  'coupon.claimCoupon': { templateId: 'jinmei-welcome', claimId: 'malformed' },
  'coupon.listMyCoupons': { state: 'usable', after: '1~malformed-coupon' },
  'coupon.saveCouponTemplate': {
    ...{ shopId: 'jinmei', templateId: 'malformed', name: '券', from: 1 },
    ...{ benefit: { kind: 'percent', percentOff: 15, most: 1_000 }, scope: { kind: 'products', productIds: ['pear'] } },
    ...{ claimFrom: 1, claimUntil: 2, validity: { kind: 'window', from: 1, until: 2 }, perPerson: 1, budget: 1 },
  },
  'coupon.pauseCouponTemplate': { shopId: 'jinmei', templateId: 'malformed', paused: true },
  'coupon.listCouponTemplates': { shopId: 'jinmei', after: '1~malformed' },
  'coupon.grantCoupon': {
    ...{ shopId: 'jinmei', templateId: 'jinmei-welcome', orderId: 'malformed-01', grantId: 'malformed' },
  },
  'traffic.saveChannel': {
    ...{ shopId: 'jinmei', channelId: 'malformed-01', name: '柜台', kind: 'counter' },
    target: { page: 'product', productId: 'vinegar-8y' },
  },
  'traffic.listChannels': { shopId: 'jinmei', archived: false, after: '1~malformed-01' },
  'traffic.archiveChannel': { shopId: 'jinmei', channelId: 'malformed-01', archived: true },
  'traffic.openChannel': { channelId: 'malformed-01' },
  'traffic.makeChannelCode': { shopId: 'jinmei', channelId: 'malformed-01' },
  'traffic.makePosterCode': { productId: 'vinegar-8y' },
  'traffic.makeChannelLink': { shopId: 'jinmei', channelId: 'malformed-01' },
  'traffic.recordVisits': {
    visits: [{ visitId: 'malformed-01', shopId: 'jinmei', kind: 'open', scene: 1058, age: 0 }],
  },
  'traffic.getCohorts': { shopId: 'jinmei' },
  'traffic.saveAdSpend': { shopId: 'jinmei', day: '2026-11-20', source: 'ad', amount: 5_000 },
  'traffic.getLoopReport': { shopId: 'jinmei', from: '2026-11-01', to: '2026-11-02' },
  'fan.bindOfficialAccount': { shopId: 'jinmei', appId: 'wx0123456789abcdef', appSecret: '0'.repeat(32) },
  'fan.getBinding': { shopId: 'jinmei' },
  'fan.unbind': { shopId: 'jinmei' },
  'fan.putShopOnMenu': { shopId: 'jinmei' },
  'fan.makeFollowCode': { shopId: 'jinmei', from: 'product', articleId: 'malformed' },
  'fan.getFollowState': { shopId: 'jinmei' },
  'fan.getFollowBenefit': { shopId: 'jinmei' },
  'fan.setFollowBenefit': {
    ...{ shopId: 'jinmei', benefit: { kind: 'welcomeCoupon', templateId: 'jinmei-welcome' }, places: ['home'] },
    text: '会员专享',
  },
  'fan.getFollowCard': { shopId: 'jinmei', place: 'product', scene: 1047 },
  'fan.describeAccount': { shopId: 'jinmei', sameEntity: true, originalId: 'gh_0123456789ab' },
  'fan.claimWelcome': { token: 'x'.repeat(43) },
  'content.listFeed': { of: 'nearby', at: { longitude: 112.56, latitude: 37.87 }, after: '1~malformed' },
  'content.getArticle': { articleId: 'malformed' },
  'content.listArticlesOfProduct': { productId: 'vinegar-8y', after: '1~malformed' },
  'content.listShopArticles': { shopId: 'jinmei', after: '1~malformed' },
  'content.likeArticle': { articleId: 'malformed', liked: true },
  'content.favouriteArticle': { articleId: 'malformed', favourite: true },
  'content.listMyFavourites': { after: '1~malformed' },
  'content.commentOn': { articleId: 'malformed', commentId: 'malformed', name: '安然', text: '好' },
  'content.listComments': { articleId: 'malformed', after: '1~malformed' },
  'content.listShopComments': { shopId: 'jinmei', state: 'waiting', after: '1~malformed' },
  'content.moderateComment': { shopId: 'jinmei', commentId: 'malformed', decision: 'show' },
  'content.answerComment': { shopId: 'jinmei', commentId: 'malformed', text: '谢谢' },
  'content.setCommentRule': { shopId: 'jinmei', passedAppear: true },
  'content.saveArticle': {
    ...{ ...article, version: 0, title: '醋', summary: '一', cover: 'cloud://a.b/c', topics: ['food'] },
    ...{ originalUrl: 'https://mp.weixin.qq.com/s/x' },
    blocks: [
      { kind: 'text', html: '<p>醋</p>' },
      { kind: 'picture', picture: 'cloud://a.b/c', width: 4, height: 3, caption: '醋' },
      { kind: 'product', productId: 'vinegar-8y' },
    ],
  },
  'content.publishArticle': article,
  'content.withdrawArticle': article,
  'content.removeArticle': article,
  'content.restoreArticle': article,
  'content.pinArticle': { ...article, pinned: true },
  'content.listMyArticles': { shopId: 'jinmei', status: 'draft', after: '1~malformed' },
  'content.getMyArticle': article,
  'content.importArticle': {
    ...{ shopId: 'jinmei', originalUrl: 'https://mp.weixin.qq.com/s/x', title: '醋', cover: 'cloud://a.b/c' },
    body: '醋',
  },
  'crm.findCustomers': {
    ...{ shopId: 'jinmei', words: '安', follows: true, rfm: 'lost', tag: '茶友', family: 'code', boughtWithinDays: 9 },
    ...{ amountAtLeast: 1, after: '1~malformed' },
  },
  'crm.getCustomer': customer,
  'crm.tagCustomer': { ...customer, tags: ['茶友'] },
  'crm.noteCustomer': { ...customer, noteId: 'malformed', text: '爱喝茶' },
  'crm.countSegment': { shopId: 'jinmei', conditions },
  'crm.saveSegment': { shopId: 'jinmei', segmentId: 'malformed', name: '老客', conditions },
  'crm.listSegments': { shopId: 'jinmei' },
  'crm.saveCampaign': {
    ...{ shopId: 'jinmei', campaignId: 'malformed-01', name: '上新', conditions, startAt: 1, gapDays: 7 },
    ...{ message: { kind: 'subscribe', title: '新醋', tip: '到店' }, window: { from: '09:00', to: '21:00' } },
  },
  'crm.previewCampaign': { shopId: 'jinmei', conditions, message: { kind: 'account', text: '新醋' }, gapDays: 7 },
  'crm.startCampaign': { shopId: 'jinmei', campaignId: 'malformed-01' },
  'crm.stopCampaign': { shopId: 'jinmei', campaignId: 'malformed-01' },
  'crm.listCampaigns': { shopId: 'jinmei', after: '1~malformed' },
  'crm.getCampaign': { shopId: 'jinmei', campaignId: 'malformed-01' },
  'crm.getMessagePreferences': { shopId: 'jinmei' },
  'crm.setMessagePreferences': { shopId: 'jinmei', muted: true },
  'crm.exportMyData': { after: '1|malformed' },
  'crm.deleteMyAccount': {},
  'crm.noteAllowed': { shopId: 'jinmei', allowId: 'malformed-01' },
  'crm.removeSegment': { shopId: 'jinmei', segmentId: 'malformed' },
  'content.syncFromOfficialAccount': { shopId: 'jinmei', from: 0 },
};

let storefront: Storefront;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  owner = await storefront.as(sellers.owner);
});
afterAll(() => storefront.close());

const operations = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.keys(contract).map((operation) => `${domain}.${operation}`),
);

test.each(operations)('%s refuses every malformed field by its name and writes nothing', async (name) => {
  const [domain = '', operation = ''] = name.split('.');
  const input = right[name];
  if (!input) throw new Error(`say in this file what a right input of ${name} is`);
  const schema = contracts[domain]?.[operation]?.input;
  expect(schema && v.safeParse(schema, input).success).toBe(true);

  const before = await everything();
  for (const wrong of ['', 'x', null, 7]) {
    expect(await owner.send(domain, { operation, input: wrong })).toMatchObject({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'input' },
    });
  }
  for (const field of fieldsOf(input)) {
    for (const wrong of [null, { $gt: '' }, '\u0000', 1e99, ...(isDegrees(field) ? [] : [-1.5]), 'x'.repeat(20_001)]) {
      const answer = await owner.send(domain, { operation, input: withField(input, field, wrong) });
      expect([field, wrong, answer]).toMatchObject([field, wrong, { ok: false, refusal: { code: 'INVALID_INPUT' } }]);
      expect(answer.ok ? '' : answer.refusal.field).toMatch(new RegExp(`^${field}(\\.|$)`));
    }
  }
  expect(await everything()).toEqual(before);
});

/** Where a negative number with a fraction is right. */
const isDegrees = (field: string): boolean => /(^|\.)(longitude|latitude|west|south|east|north)$/.test(field);

test('an operation that is not in the contract is refused, whatever its name', async () => {
  for (const operation of ['', 'toString', 'constructor', '__proto__', 7, null, {}]) {
    expect(await owner.send('order', { operation, input: {} })).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'operation' },
    });
  }
});

test('a SKU repeated over two lines is refused', async () => {
  const line = { skuId: 'vinegar-8y-1', quantity: 1 };
  const baskets = [{ shopId: 'jinmei', lines: [line, line] }];
  const answer = await owner.call('order.previewCheckout', { baskets });
  expect(answer).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'baskets.0.lines' } });
});

test('every operation for staff says which shop, as serve needs it', () => {
  for (const contract of Object.values(contracts)) {
    for (const { who, input } of Object.values(contract)) {
      const shapes = ('options' in input ? input.options : [input]) as { entries: object }[];
      if (who === 'staff' || who === 'owner') {
        for (const { entries } of shapes) expect(Object.keys(entries)).toContain('shopId');
      }
    }
  }
});

/** How many records there are of what these operations could have written. */
async function everything(): Promise<unknown> {
  const db = storefront.cloudbase.database();
  const counts = [
    ...['orders', 'carts', 'addresses', 'stockMoves', 'coupons', 'couponTemplates'],
    ...['officialAccounts', 'followCodes', 'visits', 'touches', 'channels', 'adSpends'],
    ...['customers', 'segments', 'campaigns', 'messageQuotas'],
    ...['articles', 'articleProducts', 'articleMarks', 'comments', 'commentRules'],
  ].map(async (name) => (await db.collection(name).count()).total);
  const sku = await db.collection('skus').doc('vinegar-8y-1').get();
  return [await Promise.all(counts), sku.data];
}

const fieldsOf = (value: unknown, path = ''): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = path ? `${path}.${key}` : key;
        return [here, ...fieldsOf(inner, here)];
      })
    : [];

function withField(input: object, field: string, wrong: unknown): object {
  const copy = structuredClone(input);
  const steps = field.split('.');
  const last = steps.pop() ?? '';
  let place = copy as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = wrong;
  return copy;
}

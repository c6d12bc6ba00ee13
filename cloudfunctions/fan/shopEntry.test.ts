import { type MenuButton, withShopEntry } from './shopEntry';

const entry = { appId: 'wx01', pagePath: 'packages/nearby/shop/index?shopId=jinmei' };
const article = { type: 'view', name: '文章' };
const toShop = { type: 'miniprogram', name: '逛店', appid: 'wx01', pagepath: entry.pagePath };
const toOther = { ...toShop, pagepath: 'packages/nearby/shop/index?shopId=fenhe' };

test('what is in the menu stays, and the entry comes last', () => {
  expect(withShopEntry([article, toOther], entry)).toEqual([
    article,
    toOther,
    expect.objectContaining({ type: 'miniprogram', appid: 'wx01', pagepath: entry.pagePath }),
  ]);
  expect(withShopEntry([], entry)).toHaveLength(1);
});

test.each<[string, MenuButton[]]>([
  ['there', [toShop]],
  ['there', [article, article, { name: '更多', sub_button: [article, toShop] }]],
  ['noRoom', [article, article, toOther]],
])('%s: the menu is left alone', (outcome, buttons) => {
  expect(withShopEntry(buttons, entry)).toBe(outcome);
});

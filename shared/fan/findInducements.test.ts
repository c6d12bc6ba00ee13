import fc from 'fast-check';
import { findInducement, findInducements } from './findInducements';

const forbidden = [
  '关注领券',
  '关注送 10 元',
  '关注得好礼',
  '关注立减 5 元',
  '请先关注公众号',
  '关注后可购买',
  '关注公众号后才能下单',
  '转发领红包',
  '分享得优惠券',
  '分享给好友即可得券',
  '关注我们的公众号领取新人礼',
  '关注有礼',
  '关注即享 8 折',
  '集 38 个赞',
];

test.each(forbidden)('%s is found, with a reason and with something to say instead', (text) => {
  const [found] = findInducements(`新品上架：${text}！`);
  expect(found?.word.length).toBeGreaterThan(1);
  expect(text).toContain(found?.word ?? '?');
  expect(findInducements(`${found?.reason}：${found?.suggestion}`)).toEqual([]);
});

test.each([
  '关注我们的公众号',
  '关注公众号，看新品消息',
  '会员价',
  '新会员礼券',
  '分享给朋友',
  '感谢你的关注',
  '我们关注领域里的新鲜事',
  '请关注送货时间',
  '这篇分享得很好',
  '领券中心',
  '送给朋友',
  '已关注',
])('%s may be said', (text) => expect(findInducements(text)).toEqual([]));

test('nothing that stands between the characters hides them', () => {
  const between = fc
    .array(fc.constantFrom(' ', '　', '，', '。', '·', '！', '~', '-', '_', '*', '\u200b', '\n', '🎁', '❤️'), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.constantFrom('关注领', '先关注', '转发领', '分享得', '关注立减'),
      fc.array(between),
      (word, gaps) => {
        const hidden = [...word].map((character, index) => character + (gaps[index] ?? '')).join('');
        expect(findInducements(hidden)).toHaveLength(1);
      },
    ),
  );
});

test('full-width digits are digits, and the word is told as it stands in the text', () => {
  expect(findInducements('集满６６个赞')).toHaveLength(1);
  expect(findInducements('🎁 今天 关 注 ＿ 领 券')[0]?.word).toBe('关 注 ＿ 领');
});

test('a form tells the first field that says too much', () => {
  expect(findInducement({ name: '新会员礼券', text: '关注领券' })).toMatchObject({ field: 'text', word: '关注领' });
  expect(findInducement({ name: '新会员礼券' })).toBeUndefined();
});

import { checkKeywords } from './checkKeywords';

const twenty = '二十个字'.repeat(5);

test.each([
  ['thing1', twenty],
  ['thing2', '😀'.repeat(20)],
  ['number1', '42'],
  ['number1', '-3.50'],
  ['letter1', 'abcXYZ'],
  ['symbol1', '！？%'],
  ['character_string1', 'A-2026/11 #7'],
  ['time1', '15:01'],
  ['time1', '2019年10月1日 15:01'],
  ['time1', '15:01~16:30'],
  ['date1', '2019年10月1日'],
  ['date1', '2019-10-01 15:01'],
  ['amount1', '￥88.50元'],
  ['amount1', '100'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳娜娜'],
  ['name1', 'Ann Bergström'],
  ['phrase1', '配送中'],
])('%s may hold %s', (keyword, value) => {
  expect(() => checkKeywords({ [keyword]: { value } })).not.toThrow();
});

test.each([
  ['thing1', `${twenty}一`],
  ['number1', '12a'],
  ['number1', '1'.repeat(33)],
  ['letter1', 'a1'],
  ['symbol1', '！！！！！！'],
  ['symbol1', 'a'],
  ['character_string1', '测试订阅消息1'],
  ['character_string1', 'x'.repeat(33)],
  ['time1', '25:01'],
  ['time1', '2019年10月1日'],
  ['date1', '明天'],
  ['amount1', '12345678901'],
  ['amount1', '￥￥1'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z888挂挂'],
  ['name1', '一二三四五六七八九十一'],
  ['name1', 'Ann2'],
  ['phrase1', '已经配送中'.repeat(2)],
  ['phrase1', 'ok'],
  ['thing', 'no number'],
  ['tea1', 'no such kind'],
])('%s may not hold %s', (keyword, value) => {
  const message = `argument invalid! data.${keyword}.value invalid`;
  expect(() => checkKeywords({ [keyword]: { value } })).toThrow(expect.objectContaining({ errcode: 47003, message }));
});

test('an empty value is told apart, and an enum is not emulated', () => {
  expect(() => checkKeywords({ thing1: { value: '' } })).toThrow('argument invalid! data.thing1.value is empty');
  expect(() => checkKeywords({ enum1: { value: 'red' } })).toThrow('the keyword enum1');
});

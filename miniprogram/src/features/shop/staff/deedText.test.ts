import { aboutText, deedText } from './deedText';

const entry = (operation: string, about: Record<string, unknown>) =>
  ({ entryId: 'entry-1', at: 0, name: '秀兰', role: 'owner', operation, about }) as const;
const names = { 'member-1': '小周', 'pear-3': '玉露香梨 9 斤' };

test('people and goods are called by their names, what is no name is left out', () => {
  expect(aboutText(entry('shop.changeRole', { memberId: 'member-1', role: 'manager' }), names)).toBe('小周 · 店长');
  expect(aboutText(entry('shop.removeStaff', { memberId: 'member-2' }), names)).toBe('已不在店里的同事');
  expect(aboutText(entry('shop.adjustStock', { skuId: 'pear-3', delta: -2 }), names)).toBe('玉露香梨 9 斤 · -2');
  expect(aboutText(entry('crm.tagCustomer', { customerId: 'x1', tags: ['茶友', '老客'] }), names)).toBe('茶友、老客');
  expect(aboutText(entry('order.refundOrder', { orderId: 'o-1', amount: 5 }), names)).toBe('o-1 · 5');
});

test('an operation that is no more is told by its own name', () => {
  expect(deedText(entry('shop.paintWall', {}))).toBe('shop.paintWall');
  expect(deedText(entry('shop.adjustStock', {}))).toBe('调整了库存');
});

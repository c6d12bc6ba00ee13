import type { Trade } from '@shared/shop/trades';

/** What people call a trade. */
export const tradeText: Record<Trade, string> = {
  specialty: '特产',
  breakfast: '早点',
  noodles: '面馆',
  vinegar: '醋坊',
  fruit: '水果',
  flowers: '鲜花',
  bakery: '烘焙',
  tea: '茶饮',
  grocery: '杂货',
  books: '书店',
  tailor: '裁缝',
  tofu: '豆腐',
};

import type { Trade } from '@shared/shop/trades';
import type { IconName } from '@/ui/Icon';

/** The sign of a trade; `config/mapIcons.ts` draws the same for WeChat's map. */
export const tradeIcon: Record<Trade, IconName> = {
  specialty: 'gift',
  breakfast: 'egg',
  noodles: 'soup',
  vinegar: 'amphora',
  fruit: 'apple',
  flowers: 'flower',
  bakery: 'croissant',
  tea: 'coffee',
  grocery: 'cart',
  books: 'book',
  tailor: 'scissors',
  tofu: 'bean',
};

import type { Contract } from '../kernel/operation';
import { addressOperations } from './operations/addresses';
import { afterSaleOperations } from './operations/afterSale';
import { cartOperations } from './operations/cart';
import { checkoutOperations } from './operations/checkout';
import { shopperOrderOperations } from './operations/orders';
import { salesOperations } from './operations/sales';
import { sellerOrderOperations } from './operations/seller';

export const orderContract = {
  ...cartOperations,
  ...addressOperations,
  ...checkoutOperations,
  ...shopperOrderOperations,
  ...afterSaleOperations,
  ...sellerOrderOperations,
  ...salesOperations,
} satisfies Contract;
/** The contract's type, which is all the mini program takes of it. */
export type OrderContract = typeof orderContract;

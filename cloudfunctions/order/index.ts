import { orderContract } from '../../shared/order/contract';
import { serve } from '../_runtime/serve';
import { cancelOrder } from './cancelOrder';
import { checkPayment } from './checkPayment';
import { confirmReceipt } from './confirmReceipt';
import { getCart } from './getCart';
import { getOrder } from './getOrder';
import { listAddresses } from './listAddresses';
import { listOrders } from './listOrders';
import { listShopOrders } from './listShopOrders';
import { payOrder } from './payOrder';
import { placeOrder } from './placeOrder';
import { previewCheckout } from './previewCheckout';
import { removeAddress } from './removeAddress';
import { saveAddress } from './saveAddress';
import { setCartLine } from './setCartLine';
import { shipOrder } from './shipOrder';

export const main = serve('order', orderContract, {
  getCart,
  setCartLine,
  listAddresses,
  saveAddress,
  removeAddress,
  previewCheckout,
  placeOrder,
  payOrder,
  checkPayment,
  cancelOrder,
  listOrders,
  getOrder,
  listShopOrders,
  shipOrder,
  confirmReceipt,
});

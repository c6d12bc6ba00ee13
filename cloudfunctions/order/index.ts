import { orderContract } from '../../shared/order/contract';
import { serve } from '../_runtime/serve';
import { buyAgain } from './buyAgain';
import { cancelOrder } from './cancelOrder';
import { checkPayment } from './checkPayment';
import { confirmReceipt } from './confirmReceipt';
import { correctShipment } from './correctShipment';
import { decideAfterSale } from './decideAfterSale';
import { getCart } from './getCart';
import { getOrder } from './getOrder';
import { getSales } from './getSales';
import { getShopOrder } from './getShopOrder';
import { issueInvoice } from './issueInvoice';
import { listAddresses } from './listAddresses';
import { listOrders } from './listOrders';
import { listShopOrders } from './listShopOrders';
import { payOrder } from './payOrder';
import { placeOrder } from './placeOrder';
import { preparePickup } from './preparePickup';
import { previewCheckout } from './previewCheckout';
import { refundOrder } from './refundOrder';
import { removeAddress } from './removeAddress';
import { requestAfterSale } from './requestAfterSale';
import { requestInvoice } from './requestInvoice';
import { retryRefund } from './retryRefund';
import { saveAddress } from './saveAddress';
import { sendReturn } from './sendReturn';
import { setCartLine } from './setCartLine';
import { settleReturn } from './settleReturn';
import { shipOrder } from './shipOrder';
import { trackParcels } from './trackParcels';
import { verifyPickup } from './verifyPickup';
import { withdrawAfterSale } from './withdrawAfterSale';

export const main = serve('order', orderContract, {
  getCart,
  setCartLine,
  buyAgain,
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
  trackParcels,
  confirmReceipt,
  requestInvoice,
  requestAfterSale,
  withdrawAfterSale,
  sendReturn,
  decideAfterSale,
  settleReturn,
  refundOrder,
  retryRefund,
  listShopOrders,
  getSales,
  getShopOrder,
  shipOrder,
  correctShipment,
  preparePickup,
  verifyPickup,
  issueInvoice,
});

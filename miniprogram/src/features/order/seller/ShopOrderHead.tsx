import type { OrderStatus } from '@shared/order/status';
import { Text, View } from '@tarojs/components';
import { statusText } from '../statusText';
import { wayText } from '../wayText';
import '../OrderStatusHead.scss';
import type { ShopOrderView } from './useShopOrder';

/** Where a shop's order stands, and what that asks of the shop. */
export function ShopOrderHead({ order: { status, way, openCases } }: { order: ShopOrderView }) {
  return (
    <View className={`order-head order-head--${status}`}>
      <Text id="shop-order-status" className="order-head__status">
        {statusText[status]}
      </Text>
      <Text className="order-head__meaning">
        {openCases > 0 ? '有售后待完成，请看下方' : `${wayText[way]} · ${todo[status]}`}
      </Text>
    </View>
  );
}

const todo: Record<OrderStatus, string> = {
  awaitingPayment: '买家还没有付款，库存已占用',
  paid: '请尽快备货',
  shipped: '等买家收货，十天后自动确认',
  readyForPickup: '等买家来取，凭取货码核销',
  received: '买家已收货',
  completed: '交易完成',
  cancelled: '库存已放回',
  refunding: '款项正在退回',
  refunded: '款项已全部退回',
};

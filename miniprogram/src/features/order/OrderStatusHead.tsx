import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { Countdown } from './Countdown';
import { statusMeaning, statusText } from './statusText';
import './OrderStatusHead.scss';

/** Where the order stands, what that means, and how long a payment is still possible. */
export function OrderStatusHead({ order, onTimeUp }: { order: Output<'order.getOrder'>; onTimeUp(): void }) {
  const { status, payBefore } = order;
  return (
    <View className={`order-head order-head--${status}`}>
      <Text id="order-status" className="order-head__status">
        {statusText[status]}
      </Text>
      <Text className="order-head__meaning">{statusMeaning[status]}</Text>
      {status === 'awaitingPayment' && (
        <View className="order-head__clock">
          <Text>付款剩余时间</Text>
          <Countdown until={payBefore} onEnd={onTimeUp} />
        </View>
      )}
    </View>
  );
}

import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Countdown } from './Countdown';
import { statusMeaning, statusText } from './statusText';
import './OrderStatusHead.scss';

/** Where the order stands, what that means, and how long a payment is still possible. */
export function OrderStatusHead({ order, onTimeUp }: { order: Output<'order.getOrder'>; onTimeUp(): void }) {
  const { status, payBefore } = order;
  const [timeUp, setTimeUp] = useState(false);
  const awaiting = status === 'awaitingPayment';
  const end = () => {
    setTimeUp(true);
    onTimeUp();
  };
  return (
    <View className={`order-head order-head--${status}`}>
      <Text id="order-status" className="order-head__status">
        {statusText[status]}
      </Text>
      <Text className="order-head__meaning">
        {awaiting && timeUp ? '付款时间已到，订单即将自动取消' : statusMeaning[status]}
      </Text>
      {awaiting && !timeUp && (
        <View className="order-head__clock">
          <Text>付款剩余时间</Text>
          <Countdown until={payBefore} onEnd={end} />
        </View>
      )}
    </View>
  );
}

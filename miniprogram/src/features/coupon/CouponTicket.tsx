import { benefitText, thresholdText } from '@shared/coupon/couponText';
import type { Benefit } from '@shared/coupon/terms';
import type { Fen } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './CouponTicket.scss';

interface CouponTicketProps {
  id?: string;
  coupon: { name: string; benefit: Benefit; from: Fen; scopeText: string };
  /** Whose it is or when it is good. */
  hint: string;
  /** Why it is no use, or what it would save. */
  remark?: string | undefined;
  /** Of no use now. */
  off?: boolean;
  /** What can be done with it, at its right edge. */
  children?: ReactNode;
}

/** A coupon as a ticket: what it gives on the stub, what it is beside it. */
export function CouponTicket({ id, coupon, hint, remark, off = false, children }: CouponTicketProps) {
  return (
    <View {...(id && { id })} className={`ticket ${off ? 'ticket--off' : ''}`}>
      <View className="ticket__stub">
        <Text className="ticket__benefit">{benefitText(coupon.benefit)}</Text>
        <Text className="ticket__from">{thresholdText(coupon)}</Text>
      </View>
      <View className="ticket__words">
        <Text className="ticket__name">{coupon.name}</Text>
        <Text className="ticket__hint">{coupon.scopeText}</Text>
        <Text className="ticket__hint">{hint}</Text>
        {remark && <Text className="ticket__remark">{remark}</Text>}
      </View>
      {children && <View className="ticket__end">{children}</View>}
    </View>
  );
}

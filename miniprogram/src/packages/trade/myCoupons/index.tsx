import type { CouponState } from '@shared/coupon/terms';
import { useState } from 'react';
import { MyCoupons } from '@/features/coupon/MyCoupons';
import { Screen } from '@/ui/Screen';
import { Tabs } from '@/ui/Tabs';

const tabs: readonly { key: CouponState; text: string }[] = [
  { key: 'usable', text: '可使用' },
  { key: 'spent', text: '已使用' },
  { key: 'expired', text: '已过期' },
];

/** The shopper's coupons of every shop, by where they stand. */
export default function MyCouponsPage() {
  const [shown, show] = useState<CouponState>('usable');
  return (
    <Screen>
      <Tabs<CouponState> tabs={tabs} chosen={shown} onChoose={show} />
      <MyCoupons key={shown} state={shown} />
    </Screen>
  );
}

import { benefitText, thresholdText } from '@shared/coupon/couponText';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import './CouponStrip.scss';

/** As many as a row shows. */
const shown = 3;

/** A row that says what coupons there are and leads to them; nothing where there are none, or they cannot be read. */
export function CouponStrip({ shopId, productId }: { shopId: string; productId?: string }) {
  const asked = { shopId, ...(productId && { productId }) };
  const { data } = useCall('coupon.listClaimable', asked);
  const coupons = data?.coupons.filter(({ whyNot }) => !whyNot || whyNot === 'limit') ?? [];
  if (coupons.length === 0) return null;
  const anyLeft = coupons.some(({ whyNot }) => !whyNot);
  return (
    <Pressable id="coupon-strip" role="link" className="coupon-strip" onPress={() => open('coupons', asked)}>
      <View className="coupon-strip__tickets">
        {coupons.slice(0, shown).map((coupon) => (
          <Text key={coupon.templateId} className="coupon-strip__ticket">
            {`${benefitText(coupon.benefit)} · ${thresholdText(coupon).replace(/，.*/, '')}`}
          </Text>
        ))}
      </View>
      <Text className="coupon-strip__go">{anyLeft ? '领券' : '已领'}</Text>
      <Icon name="right" size={16} />
    </Pressable>
  );
}

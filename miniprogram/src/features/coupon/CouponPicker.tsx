import type { Output } from '@shared/contract';
import { giftText, whyNotUsableText } from '@shared/coupon/couponText';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Check } from '@/ui/Check';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { CouponTicket } from './CouponTicket';
import { periodText } from './validityText';
import './CouponPicker.scss';

type Basket = Output<'order.previewCheckout'>['baskets'][number];

interface CouponPickerProps {
  basket: Pick<Basket, 'shopId' | 'shopName' | 'coupons' | 'couponId' | 'lostCoupon'>;
  /** `none`: the shopper wants to keep them all. */
  onChoose(couponId: string): void;
}

/** A checkout's row of coupons, and the sheet to choose one; nothing for who has none of this shop. */
export function CouponPicker({ basket, onChoose }: CouponPickerProps) {
  const [open, setOpen] = useState(false);
  const { shopId, shopName, coupons, couponId, lostCoupon } = basket;
  if (coupons.length === 0 && !lostCoupon) return null;
  const chosen = coupons.find((coupon) => coupon.couponId === couponId);
  const usable = coupons.filter(({ whyNot }) => !whyNot);
  const choose = (id: string) => {
    setOpen(false);
    onChoose(id);
  };
  return (
    <>
      <Pressable
        id={`coupon-${shopId}`}
        label={`优惠券，${rowText(chosen, usable.length)}`}
        className="coupon-picker"
        onPress={() => setOpen(true)}
      >
        <Text className="coupon-picker__label">优惠券</Text>
        <View className="coupon-picker__words">
          <Text className={chosen ? 'coupon-picker__off' : 'coupon-picker__none'}>
            {rowText(chosen, usable.length)}
          </Text>
          {lostCoupon && (
            <Text className="coupon-picker__lost">{`所选的券不能用：${whyNotUsableText(lostCoupon)}`}</Text>
          )}
        </View>
        <Icon name="right" size={16} />
      </Pressable>
      <Sheet
        open={open}
        title={`${shopName}的优惠券`}
        onClose={() => setOpen(false)}
        bar={
          <Button id="no-coupon" kind="second" wide onPress={() => choose('none')}>
            不使用优惠券
          </Button>
        }
      >
        <View className="coupon-picker__list">
          {[...usable, ...coupons.filter(({ whyNot }) => whyNot)].map((coupon, index) => (
            <CouponTicket
              key={coupon.couponId}
              coupon={coupon}
              hint={periodText(coupon.validFrom, coupon.validUntil)}
              remark={coupon.whyNot ? whyNotUsableText(coupon.whyNot) : worthText(coupon)}
              off={coupon.whyNot !== undefined}
            >
              <Check
                id={`choose-coupon-${index + 1}`}
                label={coupon.name}
                checked={coupon.couponId === couponId}
                disabled={coupon.whyNot !== undefined}
                onChange={() => choose(coupon.couponId)}
              />
            </CouponTicket>
          ))}
        </View>
      </Sheet>
    </>
  );
}

function rowText(chosen: Basket['coupons'][number] | undefined, usable: number): string {
  if (chosen?.benefit.kind === 'gift') return `${chosen.name} 送${giftText(chosen.benefit)}`;
  if (chosen) return `${chosen.name} −${yuanText(chosen.saves)}`;
  return usable > 0 ? `${usable} 张可用` : '暂无可用';
}

const worthText = ({ benefit, saves }: Basket['coupons'][number]): string =>
  benefit.kind === 'gift' ? `送${giftText(benefit)}` : `可减 ${yuanText(saves)}`;

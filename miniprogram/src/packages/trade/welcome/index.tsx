import { View } from '@tarojs/components';
import { CouponTicket } from '@/features/coupon/CouponTicket';
import { periodText } from '@/features/coupon/validityText';
import { useWelcome } from '@/features/fan/useWelcome';
import { open, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import './index.scss';

/** Where the account's welcome message leads: the coupon, taken once, by whoever opens it first. */
export default function WelcomePage() {
  const { token = '' } = useRouteParams('welcome');
  const { coupon, problem, busy, take } = useWelcome(token);
  if (coupon) {
    return (
      <Screen
        bar={
          <Button id="welcome-shop" wide onPress={() => open('shop', { shopId: coupon.shopId })}>
            进店逛逛
          </Button>
        }
      >
        <View id="welcome-coupon" className="welcome__coupon">
          <CouponTicket
            coupon={coupon}
            hint={`${coupon.shopName} · ${periodText(coupon.validFrom, coupon.validUntil)}`}
            remark="已放进券包"
          />
        </View>
      </Screen>
    );
  }
  const toWallet = { label: '看看我的券包', run: () => open('myCoupons', {}) };
  if (problem) {
    return (
      <Screen>
        <Blank icon="ticket" title={problem} action={toWallet} />
      </Screen>
    );
  }
  return (
    <Screen
      bar={
        <Button id="take-welcome" wide busy={busy} onPress={take}>
          收下礼券
        </Button>
      }
    >
      <Blank icon="gift" title="欢迎，新会员" text="公众号送来一张礼券，收下后在结算时可用" />
    </Screen>
  );
}

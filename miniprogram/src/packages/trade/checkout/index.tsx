import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { CouponPicker } from '@/features/coupon/CouponPicker';
import { AddressCard } from '@/features/order/AddressCard';
import { CheckoutPart, shortLine } from '@/features/order/CheckoutPart';
import { parseBaskets } from '@/features/order/lines';
import { refusalText } from '@/features/order/refusalText';
import { stageText } from '@/features/order/stageText';
import { useCheckout } from '@/features/order/useCheckout';
import { sendVisits } from '@/features/traffic/noteVisit';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Price } from '@/ui/Price';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import './index.scss';

/** The last look before an order: where to, what from whom, how much. */
export default function CheckoutPage() {
  const { baskets = '' } = useRouteParams('checkout');
  const wanted = useMemo(() => parseBaskets(baskets), [baskets]);
  const checkout = useCheckout(wanted);
  const { data, refusal, fault, refresh } = checkout.preview;
  const isShown = data !== undefined;
  useEffect(() => {
    // The order is credited to what the shop knows when it is placed.
    if (isShown) sendVisits();
  }, [isShown]);

  const back = { label: '返回', run: goBack };
  if (wanted.length === 0)
    return (
      <Screen>
        <Blank icon="bag" title="没有要结算的商品" action={back} />
      </Screen>
    );
  if (refusal)
    return (
      <Screen>
        <Blank icon="alert" title={refusalText(refusal)} action={back} />
      </Screen>
    );
  if (!data) return <Screen>{fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;

  const notice = checkout.unanswered ? unansweredText : checkout.changed;
  const short = data.baskets.some((basket) => shortLine(basket, checkout.shortSkuId));
  return (
    <Screen bar={<PlaceBar checkout={checkout} blocked={short} />}>
      {notice && (
        <View className="checkout__notice" role="alert">
          {notice}
        </View>
      )}
      <Panel flush>
        <AddressCard address={checkout.address} onPress={() => open('addresses', { choose: 'yes' })} />
      </Panel>
      {data.baskets.map((basket) => (
        <CheckoutPart
          key={basket.shopId}
          basket={basket}
          way={checkout.wayFor(basket)}
          hasAddress={checkout.address !== undefined}
          note={checkout.noteFor(basket.shopId)}
          shortSkuId={checkout.shortSkuId}
          coupon={<CouponPicker basket={basket} onChoose={(couponId) => checkout.wish(basket.shopId, { couponId })} />}
          onWay={(way) => checkout.wish(basket.shopId, { way })}
          onNote={(note) => checkout.wish(basket.shopId, { note })}
        />
      ))}
    </Screen>
  );
}

function PlaceBar({ checkout, blocked }: { checkout: ReturnType<typeof useCheckout>; blocked: boolean }) {
  const { toPay, address, changed, placing, preview, stage, unanswered } = checkout;
  if (!address)
    return (
      <Button id="add-address" wide onPress={() => open('addresses', { choose: 'yes' })}>
        添加收货地址
      </Button>
    );
  if (toPay === undefined) return <Text className="checkout__stuck">有商品暂时无法配送，请换一种配送方式或地址</Text>;
  const agreeText = unanswered ? '再提交一次' : changed ? `确认 ${yuanText(toPay)} 并提交` : '提交订单';
  return (
    <View className="checkout__bar">
      <View className="checkout__total">
        <Text>应付</Text>
        <Price id="total" amount={toPay} />
      </View>
      <Button
        id="place-order"
        busy={placing.busy || preview.behind}
        disabled={blocked}
        onPress={() => void placing.run()}
      >
        {placing.busy ? stageText[stage] : blocked ? '有商品缺货' : agreeText}
      </Button>
    </View>
  );
}

const unansweredText = '还没收到店里的回音，不知道订单提交成功没有。再点一次也只会有一笔订单，不会重复下单。';

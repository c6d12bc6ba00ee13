import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { AddressCard } from '@/features/order/AddressCard';
import { parseLines } from '@/features/order/lines';
import { OrderLines } from '@/features/order/OrderLines';
import { PriceLines } from '@/features/order/PriceLines';
import { refusalText } from '@/features/order/refusalText';
import { useCheckout } from '@/features/order/useCheckout';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Price } from '@/ui/Price';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import './index.scss';

/** The last look before an order: where to, what, how much. */
export default function CheckoutPage() {
  const { shopId = '', lines = '' } = useRouteParams('checkout');
  const wanted = useMemo(() => parseLines(lines), [lines]);
  const checkout = useCheckout(shopId, wanted);
  const { data, refusal, fault, refresh } = checkout.preview;

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
  if (fault && !data)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void refresh()} />
      </Screen>
    );
  if (!data)
    return (
      <Screen>
        <SkeletonList />
      </Screen>
    );

  const short = data.lines.find(({ skuId, stock, quantity }) => stock < quantity || skuId === checkout.shortSkuId);
  return (
    <Screen bar={<PlaceBar checkout={checkout} blocked={short !== undefined} />}>
      {checkout.changed && (
        <View className="checkout__notice" role="alert">
          价格刚刚有变化，请确认新的金额后再提交
        </View>
      )}
      <Panel flush>
        <AddressCard address={checkout.address} onPress={() => open('addresses', { choose: 'yes' })} />
      </Panel>
      <Panel title={data.shopName}>
        <OrderLines
          lines={data.lines}
          marked={
            short && { skuId: short.skuId, text: short.stock === 0 ? '已售罄' : `库存不足，仅剩 ${short.stock} 件` }
          }
        />
      </Panel>
      <Panel flush>
        <Field label="订单备注">
          <TextInput
            id="note"
            label="订单备注"
            value={checkout.note}
            placeholder="选填，给店家捎句话"
            maxLength={100}
            onChange={checkout.setNote}
          />
        </Field>
      </Panel>
      <Panel>
        <PriceLines price={data.price} freeFrom={data.freeFrom} totalLabel="合计" />
      </Panel>
    </Screen>
  );
}

function PlaceBar({ checkout, blocked }: { checkout: ReturnType<typeof useCheckout>; blocked: boolean }) {
  const { toPay, address, changed, placing } = checkout;
  if (toPay === undefined) return null;
  return (
    <View className="checkout__bar">
      <View className="checkout__total">
        <Text>应付</Text>
        <Price id="total" amount={toPay} />
      </View>
      {address ? (
        <Button id="place-order" busy={placing.busy} disabled={blocked} onPress={() => void placing.run()}>
          {blocked ? '有商品缺货' : changed ? `确认 ${yuanText(toPay)} 并提交` : '提交订单'}
        </Button>
      ) : (
        <Button id="add-address" onPress={() => open('addresses', { choose: 'yes' })}>
          添加收货地址
        </Button>
      )}
    </View>
  );
}

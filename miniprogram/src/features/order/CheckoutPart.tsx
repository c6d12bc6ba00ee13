import { yuanText } from '@shared/kernel/money';
import type { Way } from '@shared/order/price';
import { Text, View } from '@tarojs/components';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import './CheckoutPart.scss';
import { OrderLines } from './OrderLines';
import { PriceLines } from './PriceLines';
import type { CheckoutBasket } from './useCheckout';
import { obstacleText, wayText } from './wayText';

interface CheckoutPartProps {
  basket: CheckoutBasket;
  note: string;
  /** The SKU that turned out to be short. */
  shortSkuId: string | undefined;
  onWay(way: Way): void;
  onNote(note: string): void;
}

/** One shop's part of a checkout: what, how it comes, a word to the shop, how much. */
export function CheckoutPart({ basket, note, shortSkuId, onWay, onNote }: CheckoutPartProps) {
  const { shopId, shopName, shopAddress, lines, way, ways, price, freeFrom } = basket;
  const short = shortLine(basket, shortSkuId);
  const obstacle = ways.find((each) => each.way === way)?.obstacle;
  return (
    <>
      <Panel title={shopName}>
        <OrderLines
          lines={lines}
          marked={
            short && { skuId: short.skuId, text: short.stock === 0 ? '已售罄' : `库存不足，仅剩 ${short.stock} 件` }
          }
        />
      </Panel>
      <Panel>
        <View className="checkout-part__way">
          <Text className="checkout-part__label">配送方式</Text>
          <Choices<Way> choices={ways.map(choiceOf)} chosen={way} onChoose={onWay} />
        </View>
        {obstacle && <Text className="checkout-part__obstacle">{obstacleText[obstacle]}</Text>}
        {way === 'pickup' && <Text className="checkout-part__where">{`自提地点：${shopAddress}`}</Text>}
        <Field label="订单备注">
          <TextInput
            id={`note-${shopId}`}
            label={`给${shopName}的备注`}
            value={note}
            placeholder="选填，给店家捎句话"
            maxLength={100}
            onChange={onNote}
          />
        </Field>
      </Panel>
      {price && (
        <Panel>
          <PriceLines price={price} freeFrom={freeFrom} totalLabel="小计" />
        </Panel>
      )}
    </>
  );
}

/** The line of a basket that cannot be ordered as it stands, if any. */
export const shortLine = ({ lines }: CheckoutBasket, shortSkuId: string | undefined) =>
  lines.find(({ skuId, stock, quantity }) => stock < quantity || skuId === shortSkuId);

const choiceOf = ({ way, freight }: CheckoutBasket['ways'][number]) => {
  const charge = freight === undefined ? '' : freight === 0 ? ' · 免费' : ` · ${yuanText(freight)}`;
  return { key: way, text: `${wayText[way]}${charge}` };
};

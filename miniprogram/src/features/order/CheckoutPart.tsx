import { yuanText } from '@shared/kernel/money';
import type { Obstacle, Way } from '@shared/order/price';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Choices } from '@/ui/Choices';
import { TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import './CheckoutPart.scss';
import { OrderLines } from './OrderLines';
import { PriceLines } from './PriceLines';
import type { CheckoutBasket } from './useCheckout';
import { obstacleText, wayText } from './wayText';

interface CheckoutPartProps {
  basket: CheckoutBasket;
  /** The way that is chosen; the basket's own one may still be the way before. */
  way: Way;
  hasAddress: boolean;
  note: string;
  /** The SKU that turned out to be short. */
  shortSkuId: string | undefined;
  /** Where a coupon is chosen. */
  coupon: ReactNode;
  onWay(way: Way): void;
  onNote(note: string): void;
}

/** One shop's part of a checkout: what, how it comes, a word to the shop, how much. */
export function CheckoutPart({ basket, way, hasAddress, note, shortSkuId, coupon, onWay, onNote }: CheckoutPartProps) {
  const { shopId, shopName, shopAddress, lines, ways, price, gift, freeFrom } = basket;
  const short = shortLine(basket, shortSkuId);
  const obstacle = ways.find((each) => each.way === way)?.obstacle;
  return (
    <Panel title={shopName}>
      <OrderLines
        lines={gift ? [...lines, gift] : lines}
        marked={
          short && { skuId: short.skuId, text: short.stock === 0 ? '已售罄' : `库存不足，仅剩 ${short.stock} 件` }
        }
      />
      <View className="checkout-part__ways">
        <Choices<Way> id={`way-${shopId}`} choices={ways.map(choiceOf)} chosen={way} onChoose={onWay} />
        {obstacle && <Text className="checkout-part__obstacle">{obstacleWords(obstacle, way, hasAddress)}</Text>}
        {way === 'pickup' && <Text className="checkout-part__where">{`付款后凭取货码到 ${shopAddress} 领取`}</Text>}
      </View>
      <View className="checkout-part__note">
        <Text className="checkout-part__label">备注</Text>
        <TextInput
          id={`note-${shopId}`}
          label={`给${shopName}的备注`}
          value={note}
          placeholder="选填，给店家捎句话"
          maxLength={100}
          onChange={onNote}
        />
      </View>
      {coupon}
      {price && <PriceLines price={price} freeFrom={freeFrom} totalLabel="小计" />}
    </Panel>
  );
}

/** The line of a basket that cannot be ordered as it stands, if any. */
export const shortLine = ({ lines }: CheckoutBasket, shortSkuId: string | undefined) =>
  lines.find(({ skuId, stock, quantity }) => stock < quantity || skuId === shortSkuId);

const choiceOf = ({ way, freight, obstacle }: CheckoutBasket['ways'][number]) => {
  const charge = freight === undefined ? '' : freight === 0 ? ' 免运费' : ` ${yuanText(freight)}`;
  return { key: way, text: `${wayText[way]}${charge}`, dim: obstacle !== undefined };
};

/** The shop's own delivery asks for more than an address: for its place on the map. */
const obstacleWords = (obstacle: Obstacle, way: Way, hasAddress: boolean): string =>
  obstacle === 'noAddress' && way === 'local' && hasAddress
    ? '这个地址还没有标出地图位置，请点上方地址，修改时补上'
    : obstacleText[obstacle];

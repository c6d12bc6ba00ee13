import { type Fen, fen, yuanText } from '@shared/kernel/money';
import type { OrderPrice } from '@shared/order/price';
import { Text, View } from '@tarojs/components';
import { Price } from '@/ui/Price';
import './PriceLines.scss';

/** What an order costs, as a sum: goods, promotion, coupon, freight, to pay. `freeFrom` tells what is missing for free delivery. */
export function PriceLines({ price, freeFrom, totalLabel }: PriceLinesProps) {
  const missing =
    freeFrom !== undefined && price.freight > price.freightOff
      ? freeFrom - (price.goods - price.followerOff - price.discount)
      : 0;
  return (
    <View className="price-lines">
      <View className="price-lines__line">
        <Text>商品金额</Text>
        <Text className="price-lines__figure">{yuanText(price.goods)}</Text>
      </View>
      {price.discount > 0 && (
        <View className="price-lines__line">
          <Text>满减优惠</Text>
          <Text className="price-lines__figure price-lines__figure--off">{`-${yuanText(price.discount)}`}</Text>
        </View>
      )}
      {price.couponOff > 0 && (
        <View className="price-lines__line">
          <Text>优惠券</Text>
          <Text className="price-lines__figure price-lines__figure--off">{`-${yuanText(price.couponOff)}`}</Text>
        </View>
      )}
      <View className="price-lines__line">
        <Text>运费</Text>
        <Text className="price-lines__figure">{price.freight === 0 ? '包邮' : yuanText(price.freight)}</Text>
      </View>
      {price.freightOff > 0 && (
        <View className="price-lines__line">
          <Text>包邮券</Text>
          <Text className="price-lines__figure price-lines__figure--off">{`-${yuanText(price.freightOff)}`}</Text>
        </View>
      )}
      {missing > 0 && <Text className="price-lines__hint">{`再买 ${yuanText(fen(missing))} 即可包邮`}</Text>}
      <View className="price-lines__line price-lines__line--total">
        <Text>{totalLabel}</Text>
        <Price amount={price.toPay} />
      </View>
    </View>
  );
}
interface PriceLinesProps {
  price: OrderPrice;
  freeFrom?: Fen | undefined;
  totalLabel: string;
}

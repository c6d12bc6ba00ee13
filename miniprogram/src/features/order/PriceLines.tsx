import { type Fen, fen, yuanText } from '@shared/kernel/money';
import type { OrderPrice } from '@shared/order/price';
import { Text, View } from '@tarojs/components';
import { Price } from '@/ui/Price';
import './PriceLines.scss';

/** What an order costs, as a sum: goods, discount, freight, to pay. `freeFrom` tells what is missing for free delivery. */
export function PriceLines({ price, freeFrom, totalLabel }: PriceLinesProps) {
  const missing = freeFrom !== undefined && price.freight > 0 ? freeFrom - (price.goods - price.discount) : 0;
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
      <View className="price-lines__line">
        <Text>运费</Text>
        <Text className="price-lines__figure">{price.freight === 0 ? '包邮' : yuanText(price.freight)}</Text>
      </View>
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

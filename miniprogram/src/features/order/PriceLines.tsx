import { type Fen, fen, sumFen, yuanText } from '@shared/kernel/money';
import type { OrderPrice } from '@shared/order/price';
import { type Reduction, reductions } from '@shared/order/reductions';
import { Text, View } from '@tarojs/components';
import { Price } from '@/ui/Price';
import './PriceLines.scss';

/** What an order costs, as a sum: goods, freight, what lowers them, to pay. `freeFrom` tells what is missing for free delivery. */
export function PriceLines({ price, freeFrom, totalLabel }: PriceLinesProps) {
  const worth = price.goods - sumFen(price.followerOff, price.discount);
  const missing = freeFrom !== undefined && price.freight > price.freightOff ? freeFrom - worth : 0;
  return (
    <View className="price-lines">
      <View className="price-lines__line">
        <Text>商品金额</Text>
        <Text className="price-lines__figure">{yuanText(price.goods)}</Text>
      </View>
      <Reductions price={price} of="goods" />
      <View className="price-lines__line">
        <Text>运费</Text>
        <Text className="price-lines__figure">{price.freight === 0 ? '包邮' : yuanText(price.freight)}</Text>
      </View>
      <Reductions price={price} of="freight" />
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

const names: Record<Reduction, { text: string; of: 'goods' | 'freight' }> = {
  followerOff: { text: '会员价优惠', of: 'goods' },
  discount: { text: '满减优惠', of: 'goods' },
  couponOff: { text: '优惠券', of: 'goods' },
  freightOff: { text: '包邮券', of: 'freight' },
};

/** What lowers the goods, or the freight, in the order in which it counts. */
function Reductions({ price, of }: { price: OrderPrice; of: 'goods' | 'freight' }) {
  return reductions
    .filter((each) => names[each].of === of && price[each] > 0)
    .map((each) => (
      <View key={each} className="price-lines__line">
        <Text>{names[each].text}</Text>
        <Text className="price-lines__figure price-lines__figure--off">{`-${yuanText(price[each])}`}</Text>
      </View>
    ));
}

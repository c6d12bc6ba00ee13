import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice } from '@/ui/Price';
import './OrderLines.scss';

type Line = Output<'order.listOrders'>['orders'][number]['lines'][number];

interface OrderLinesProps {
  lines: readonly Line[];
  /** A line to mark, and why. */
  marked?: { skuId: string; text: string } | undefined;
}

/** What an order holds: picture, name, choice, price, quantity. A tap opens the product. */
export function OrderLines({ lines, marked }: OrderLinesProps) {
  return (
    <View>
      {lines.map((line) => (
        <Pressable
          key={line.skuId}
          role="link"
          className="order-line"
          onPress={() => open('product', { productId: line.productId })}
        >
          <View className="order-line__picture">
            <Picture src={pictureUrl(line.picture)} alt="" />
          </View>
          <View className="order-line__words">
            <Text className="order-line__name">{line.name}</Text>
            {line.choice.length > 0 && <Text className="order-line__choice">{line.choice.join('，')}</Text>}
            {marked?.skuId === line.skuId && <Text className="order-line__mark">{marked.text}</Text>}
          </View>
          <View className="order-line__amount">
            <Price amount={line.price} size="s" />
            {line.followerPrice !== undefined && <SpecialPrice name="会员价" amount={line.followerPrice} />}
            <Text className="order-line__choice">{`× ${line.quantity}`}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  );
}

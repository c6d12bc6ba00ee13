import type { Output } from '@shared/contract';
import { fen } from '@shared/kernel/money';
import { boughtOf } from '@shared/order/boughtOf';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice } from '@/ui/Price';
import { Tag } from '@/ui/Tag';
import './OrderLines.scss';

type Line = Output<'order.listOrders'>['orders'][number]['lines'][number];

interface OrderLinesProps {
  lines: readonly Line[];
  /** A line to mark, and why. */
  marked?: { skuId: string; text: string } | undefined;
}

/** What an order holds: picture, name, choice, price, quantity; gifts in rows of their own. A tap opens the product. */
export function OrderLines({ lines, marked }: OrderLinesProps) {
  return (
    <View>
      {lines.flatMap(rowsOf).map(({ line, quantity, isGift }) => (
        <Pressable
          key={isGift ? `gift-${line.skuId}` : line.skuId}
          {...(isGift && { id: `gift-${line.skuId}` })}
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
            {isGift && (
              <View className="order-line__gift">
                <Tag text="赠品" tone="gold" />
              </View>
            )}
            {marked?.skuId === line.skuId && !isGift && <Text className="order-line__mark">{marked.text}</Text>}
          </View>
          <View className="order-line__amount">
            <Price amount={isGift ? fen(0) : line.price} size="s" />
            {line.followerPrice !== undefined && !isGift && <SpecialPrice name="会员价" amount={line.followerPrice} />}
            <Text className="order-line__choice">{`× ${quantity}`}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  );
}

/** A line as it is shown: what was bought of it, and what a coupon gave. */
function rowsOf(line: Line): { line: Line; quantity: number; isGift: boolean }[] {
  const { gifts = 0 } = line;
  return [
    { line, quantity: boughtOf(line), isGift: false },
    { line, quantity: gifts, isGift: true },
  ].filter(({ quantity }) => quantity > 0);
}

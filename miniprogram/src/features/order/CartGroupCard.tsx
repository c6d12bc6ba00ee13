import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button, IconButton } from '@/ui/Button';
import { Check } from '@/ui/Check';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice } from '@/ui/Price';
import { Stepper } from '@/ui/Stepper';
import type { CartGroup, ShownLine } from './cartGroups';
import './CartGroupCard.scss';

interface CartGroupCardProps {
  group: CartGroup;
  onToggle(skuIds: readonly string[], chosen: boolean): void;
  onQuantity(skuId: string, quantity: number): void;
  onRemove(line: ShownLine): void;
}

/** The lines of one shop, each to choose, to count and to take out. */
export function CartGroupCard({ group, onToggle, onQuantity, onRemove }: CartGroupCardProps) {
  const choosable = group.lines.filter(({ supply }) => supply === 'enough').map(({ skuId }) => skuId);
  const all = choosable.length > 0 && group.chosen.length === choosable.length;
  return (
    <View className="cart-group">
      <View className="cart-group__head">
        <Check
          checked={all}
          label={`全选 ${group.shopName}`}
          disabled={choosable.length === 0}
          onChange={(chosen) => onToggle(choosable, chosen)}
        />
        <Text className="cart-group__shop">{group.shopName}</Text>
      </View>
      {group.lines.map((line) => (
        <Line key={line.skuId} line={line} onToggle={onToggle} onQuantity={onQuantity} onRemove={onRemove} />
      ))}
    </View>
  );
}

function Line({ line, onToggle, onQuantity, onRemove }: LineProps) {
  const { skuId, productId, name, choice, picture, price, followerPrice, quantity, stock, supply, chosen } = line;
  return (
    <View id={`cart-line-${skuId}`} className={`cart-line cart-line--${supply}`}>
      <Check checked={chosen} label={name} disabled={supply !== 'enough'} onChange={(on) => onToggle([skuId], on)} />
      <Pressable
        role="link"
        label={`查看${name}`}
        className="cart-line__picture"
        onPress={() => open('product', { productId })}
      >
        <Picture src={pictureUrl(picture)} alt="" />
      </Pressable>
      <View className="cart-line__words">
        <View className="cart-line__top">
          <View className="cart-line__title">
            <Text className="cart-line__name">{name}</Text>
            {choice.length > 0 && <Text className="cart-line__choice">{choice.join('，')}</Text>}
          </View>
          <IconButton
            icon="trash"
            size={18}
            label={`移除${name}`}
            className="cart-line__remove"
            onPress={() => onRemove(line)}
          />
        </View>
        {supply === 'soldOut' && <Text className="cart-line__mark">已售罄，暂时不能购买</Text>}
        {supply === 'short' && <Text className="cart-line__mark">{`库存不足，仅剩 ${stock} 件`}</Text>}
        <View className="cart-line__foot">
          <View className="cart-line__prices">
            <Price amount={price} size="s" />
            {followerPrice !== undefined && <SpecialPrice name="会员价" amount={followerPrice} />}
          </View>
          {supply === 'enough' && (
            <Stepper
              id={`quantity-${skuId}`}
              value={quantity}
              max={Math.min(stock, 99)}
              label={name}
              onChange={(next) => onQuantity(skuId, next)}
            />
          )}
          {supply === 'short' && (
            <Button size="s" kind="second" onPress={() => onQuantity(skuId, stock)}>
              {`改为 ${stock} 件`}
            </Button>
          )}
        </View>
      </View>
    </View>
  );
}
interface LineProps extends Omit<CartGroupCardProps, 'group'> {
  line: ShownLine;
}

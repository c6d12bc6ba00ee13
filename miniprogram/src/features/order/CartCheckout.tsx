import { sumFen, yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Price } from '@/ui/Price';
import type { CartGroup } from './cartGroups';
import { basketsText, mostLines } from './lines';
import './CartGroupCard.scss';

/** What all chosen lines are worth, and the way to order them: one order for each shop, one payment. */
export function CartCheckout({ groups }: { groups: readonly CartGroup[] }) {
  const chosen = groups.filter((group) => group.chosen.length > 0);
  const pieces = chosen.flatMap((group) => group.chosen).reduce((sum, { quantity }) => sum + quantity, 0);
  const total = sumFen(...chosen.map((group) => group.total));
  const excess = Math.max(0, ...chosen.map((group) => group.chosen.length - mostLines));
  const hint = chosen.length > 1 ? `${chosen.length} 家店一起付，不含运费` : '不含运费';
  return (
    <View className="cart-checkout">
      <View className="cart-checkout__sum" ariaLabel={`合计 ${yuanText(total)}，不含运费`}>
        <View className="cart-checkout__total">
          <Text>合计</Text>
          <Price amount={total} />
        </View>
        {excess > 0 ? (
          <Text className="cart-checkout__hint cart-checkout__hint--loud">
            {`一家店一单最多 ${mostLines} 种，请少选 ${excess} 种`}
          </Text>
        ) : (
          <Text className="cart-checkout__hint">{hint}</Text>
        )}
      </View>
      <Button
        id="cart-checkout"
        disabled={pieces === 0 || excess > 0}
        onPress={() => open('checkout', { baskets: basketsText(basketsOf(chosen)) })}
      >
        {pieces > 0 ? `去结算（${pieces}）` : '去结算'}
      </Button>
    </View>
  );
}

const basketsOf = (groups: readonly CartGroup[]) => groups.map(({ shopId, chosen }) => ({ shopId, lines: chosen }));

import { CartCheckout, CartGroupCard } from '@/features/order/CartGroupCard';
import { useCart } from '@/features/order/useCart';
import { open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** What the shopper is about to buy, by shop. One shop's total stands in the bar; several each have their own. */
export default function CartPage() {
  const { cart, groups, toggle, setQuantity, remove } = useCart();
  const [first, ...others] = groups ?? [];
  usePullToRefresh(cart.refresh);

  if (cart.loading)
    return (
      <Screen>
        <SkeletonList />
      </Screen>
    );
  if (!groups)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void cart.refresh()} />
      </Screen>
    );
  if (!first) {
    const browse = { label: '去逛逛', run: () => open('home', {}) };
    return (
      <Screen>
        <Blank icon="cart" title="购物车还是空的" text="挑几样山西好味道吧" action={browse} />
      </Screen>
    );
  }
  const single = others.length === 0;
  return (
    <Screen bar={single && <CartCheckout id="cart-checkout" group={first} />}>
      {groups.map((group) => (
        <CartGroupCard key={group.shopId} group={group} onToggle={toggle} onQuantity={setQuantity} onRemove={remove}>
          {!single && <CartCheckout id={`cart-checkout-${group.shopId}`} group={group} />}
        </CartGroupCard>
      ))}
    </Screen>
  );
}

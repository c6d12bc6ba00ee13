import { CartCheckout } from '@/features/order/CartCheckout';
import { CartGroupCard } from '@/features/order/CartGroupCard';
import { useCart } from '@/features/order/useCart';
import { open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** What the shopper is about to buy, by shop; everything chosen is paid at once. */
export default function CartPage() {
  const { cart, groups, toggle, setQuantity, remove } = useCart();
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
  if (groups.length === 0) {
    const browse = { label: '去逛逛', run: () => open('home', {}) };
    return (
      <Screen>
        <Blank icon="cart" title="购物车还是空的" text="挑几样山西好味道吧" action={browse} />
      </Screen>
    );
  }
  return (
    <Screen bar={<CartCheckout groups={groups} />}>
      {groups.map((group) => (
        <CartGroupCard key={group.shopId} group={group} onToggle={toggle} onQuantity={setQuantity} onRemove={remove} />
      ))}
    </Screen>
  );
}

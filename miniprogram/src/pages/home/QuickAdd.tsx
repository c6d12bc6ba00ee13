import { useEffect } from 'react';
import { useAddToCart } from '@/features/order/useAddToCart';
import { SkuSheet, SkuSheetSkeleton } from '@/features/shop/SkuSheet';
import { useProduct } from '@/features/shop/useProduct';
import { faultText } from '@/platform/faultText';
import { showSnack } from '@/platform/snacks';

/** From the grid straight into the cart: asks for the SKU of a product, then adds it. */
export function QuickAdd({ productId, onDone }: { productId: string; onDone(): void }) {
  const { data, refusal, fault } = useProduct(productId);
  const adding = useAddToCart(onDone);
  const failed = refusal ? '商品已经下架了' : fault && !data ? faultText(fault) : undefined;

  useEffect(() => {
    if (!failed) return;
    showSnack({ text: failed });
    onDone();
  }, [failed, onDone]);

  if (!data) return <SkuSheetSkeleton onClose={onDone} />;
  return (
    <SkuSheet
      open
      product={data}
      confirm="加入购物车"
      busy={adding.busy}
      onConfirm={(skuId, quantity) => void adding.run(skuId, quantity)}
      onClose={onDone}
    />
  );
}

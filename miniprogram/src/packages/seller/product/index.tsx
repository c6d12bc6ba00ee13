import { ProductForm } from '@/features/shop/seller/ProductForm';
import { useProductForm } from '@/features/shop/seller/useProductForm';
import { goBack, useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** A product that is being made or changed. */
export default function ProductFormPage() {
  const { shopId, productId, copy } = useRouteParams('productForm');
  if (shopId) return <Writing shopId={shopId} productId={productId} copy={copy === 'yes'} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function Writing(wanted: { shopId: string; productId: string | undefined; copy: boolean }) {
  const { draft, problems, saving, lost, retry, change, save } = useProductForm(wanted);
  const categories = useCall('shop.getShopHome', { shopId: wanted.shopId }).data?.categories ?? [];
  if (!draft) {
    return (
      <Screen>
        {lost === 'gone' && <Blank icon="bag" title="没有找到这件商品" action={{ label: '返回', run: goBack }} />}
        {lost === 'away' && <ErrorBlank onRetry={retry} />}
        {!lost && <SkeletonList />}
      </Screen>
    );
  }
  const bar = (
    <Button id="product-save" wide busy={saving} onPress={save}>
      {draft.version === 0 && draft.shelveFrom === undefined ? '保存并上架' : '保存'}
    </Button>
  );
  return (
    <Screen bar={bar}>
      <ProductForm draft={draft} problems={problems} categories={categories} onChange={change} />
    </Screen>
  );
}

import { SheetPage } from '@/features/shop/csv/SheetPage';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** The goods of a shop as a sheet. */
export default function GoodsSheetPage() {
  const { shopId } = useRouteParams('goodsSheet');
  if (shopId) return <SheetPage shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

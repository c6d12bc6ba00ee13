import { CountPage } from '@/features/shop/stock/count/CountPage';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** Counting the stock of a shop. */
export default function StockCountPage() {
  const { shopId } = useRouteParams('stockCount');
  if (shopId) return <CountPage shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

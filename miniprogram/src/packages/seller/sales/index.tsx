import { SalesReport } from '@/features/order/sales/SalesReport';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** What a shop sells, what it earns by it, and what only lies there. */
export default function SalesPage() {
  const { shopId } = useRouteParams('sales');
  return (
    <Screen>
      {shopId ? (
        <SalesReport shopId={shopId} />
      ) : (
        <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}

import { CustomerDetail } from '@/features/crm/CustomerDetail';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** One customer of a shop. */
export default function CustomerPage() {
  const { shopId, customerId } = useRouteParams('customer');
  return (
    <Screen>
      {shopId && customerId ? (
        <CustomerDetail shopId={shopId} customerId={customerId} />
      ) : (
        <Blank icon="user" title="没有找到这位客户" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}

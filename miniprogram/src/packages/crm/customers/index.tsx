import { CustomerList } from '@/features/crm/CustomerList';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** Who buys at a shop and who follows it. */
export default function CustomersPage() {
  const { shopId } = useRouteParams('customers');
  return (
    <Screen>
      {shopId ? (
        <CustomerList shopId={shopId} />
      ) : (
        <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}

import { AuditLog } from '@/features/shop/staff/AuditLog';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** What a shop's staff did. */
export default function AuditLogPage() {
  const { shopId } = useRouteParams('auditLog');
  return (
    <Screen>
      {shopId ? (
        <AuditLog shopId={shopId} />
      ) : (
        <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}

import { JoinShop } from '@/features/shop/staff/JoinShop';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** Where the link of an invitation leads. */
export default function JoinShopPage() {
  const { shopId, code } = useRouteParams('joinShop');
  return (
    <Screen>
      {shopId && code ? (
        <JoinShop shopId={shopId} code={code} />
      ) : (
        <Blank icon="store" title="这个邀请不完整" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}

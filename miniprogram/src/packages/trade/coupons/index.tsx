import { ClaimList } from '@/features/coupon/ClaimList';
import { MessageOffer } from '@/features/crm/MessageOffer';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';

/** What a shop, or one of its products, has coupons for. */
export default function CouponsPage() {
  const { shopId, productId } = useRouteParams('coupons');
  if (!shopId)
    return (
      <Screen>
        <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
      </Screen>
    );
  const mine = (
    <Button id="my-coupons" kind="second" wide onPress={() => open('myCoupons', {})}>
      查看我的优惠券
    </Button>
  );
  return (
    <Screen bar={mine}>
      <ClaimList shopId={shopId} productId={productId} />
      <MessageOffer shopId={shopId} />
    </Screen>
  );
}

import { TemplateForm } from '@/features/coupon/seller/TemplateForm';
import { TemplateList } from '@/features/coupon/seller/TemplateList';
import { useTemplates } from '@/features/coupon/seller/useTemplates';
import { useMayAct } from '@/features/shop/staff/useMayAct';
import { goBack, useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';

/** The coupons that a shop gives away. */
export default function ShopCouponsPage() {
  const { shopId } = useRouteParams('shopCoupons');
  if (shopId) return <ShopCoupons shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function ShopCoupons({ shopId }: { shopId: string }) {
  const templates = useTemplates(shopId);
  const { writing, saving, begin, change, save, close } = templates;
  const categories = useCall('shop.getShopHome', { shopId }).data?.categories ?? [];
  const mayEdit = useMayAct(shopId, 'manager');
  const create = (
    <Button id="new-template" icon="plus" wide onPress={begin}>
      新建优惠券
    </Button>
  );
  return (
    <Screen {...(mayEdit && { bar: create })}>
      <TemplateList templates={templates} mayEdit={mayEdit} />
      {writing && (
        <TemplateForm
          key={writing.templateId}
          shopId={shopId}
          draft={writing}
          categories={categories}
          busy={saving}
          onChange={change}
          onSave={() => save(writing)}
          onClose={close}
        />
      )}
    </Screen>
  );
}

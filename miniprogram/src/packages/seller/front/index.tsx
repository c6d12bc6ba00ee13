import { FrontForm } from '@/features/shop/front/FrontForm';
import { useFrontForm } from '@/features/shop/front/useFrontForm';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** What stands at the front of a shop. */
export default function ShopFrontPage() {
  const { shopId } = useRouteParams('shopFront');
  if (shopId) return <Front shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function Front({ shopId }: { shopId: string }) {
  const form = useFrontForm(shopId);
  const bar = (
    <>
      <Button id="front-preview" kind="second" icon="eye" onPress={() => open('shop', { shopId })}>
        现在的样子
      </Button>
      <Button id="front-save" wide busy={form.busy} onPress={form.save}>
        保存
      </Button>
    </>
  );
  return (
    <Screen {...(form.draft && { bar })}>
      {form.front.loading && <SkeletonList />}
      {!form.front.loading && !form.front.data && <ErrorBlank onRetry={() => void form.front.refresh()} />}
      {form.draft && <FrontForm shopId={shopId} draft={form.draft} problems={form.problems} onChange={form.change} />}
    </Screen>
  );
}

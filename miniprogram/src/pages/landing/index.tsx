import { useEffect } from 'react';
import { goBack, replaceBy, useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** Where codes and links of a channel arrive: asks once where they lead, and goes there. */
export default function LandingPage() {
  const { scene, c: channelId = scene } = useRouteParams('landing');
  const { data, refusal, fault, refresh } = useCall('traffic.openChannel', channelId ? { channelId } : null);

  useEffect(() => {
    if (!data) return;
    const { shopId, target } = data;
    if (target.page === 'product') replaceBy('product', { productId: target.productId });
    else if (target.page === 'article') replaceBy('article', { articleId: target.articleId });
    else replaceBy('shop', { shopId });
  }, [data]);

  if (refusal || !channelId) {
    const home = { label: '去首页看看', run: goBack };
    return (
      <Screen>
        <Blank icon="qr" title="这个码没有内容" text="可能印错了，或者店家已经搬走" action={home} />
      </Screen>
    );
  }
  return <Screen>{fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;
}

import type { Output } from '@shared/contract';
import { kindsFor } from '@shared/order/afterSale';
import { AfterSaleForm } from '@/features/order/afterSale/AfterSaleForm';
import { allPiecesLeft } from '@/features/order/afterSale/refundable';
import { useAfterSaleRequest } from '@/features/order/afterSale/useAfterSaleRequest';
import { statusText } from '@/features/order/statusText';
import { goBack, useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** Asks a shop for money or other goods after buying. */
export default function AfterSalePage() {
  const { orderId } = useRouteParams('afterSale');
  const { data, refusal, fault, refresh } = useCall('order.getOrder', orderId ? { orderId } : null);
  const back = { label: '返回', run: goBack };

  if (data && kindsFor(data.status).length > 0 && allPiecesLeft(data).length > 0) return <Request order={data} />;
  return (
    <Screen>
      {data ? (
        <Blank icon="order" title={`订单${statusText[data.status]}，没有可以申请售后的商品`} action={back} />
      ) : refusal || !orderId ? (
        <Blank icon="order" title="没有找到这笔订单" action={back} />
      ) : fault ? (
        <ErrorBlank onRetry={() => void refresh()} />
      ) : (
        <SkeletonList />
      )}
    </Screen>
  );
}

function Request({ order }: { order: Output<'order.getOrder'> }) {
  const request = useAfterSaleRequest(order, goBack);
  const { ready, asking, claim } = request;
  return (
    <Screen
      bar={
        <Button id="claim-send" wide busy={asking.busy} disabled={!ready} onPress={() => void asking.run()}>
          {claim.lines.length === 0 ? '请先选择商品' : '提交申请'}
        </Button>
      }
    >
      <AfterSaleForm request={request} />
    </Screen>
  );
}

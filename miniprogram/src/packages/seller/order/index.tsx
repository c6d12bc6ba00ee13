import { OrderFacts, OrderReceiver } from '@/features/order/OrderFacts';
import { OrderLines } from '@/features/order/OrderLines';
import { OrderParcels } from '@/features/order/OrderParcels';
import { PriceLines } from '@/features/order/PriceLines';
import { refusalText } from '@/features/order/refusalText';
import { InvoiceWanted } from '@/features/order/seller/InvoiceWanted';
import { OrderHistory } from '@/features/order/seller/OrderHistory';
import { ShopCases } from '@/features/order/seller/ShopCases';
import { ShopOrderBar } from '@/features/order/seller/ShopOrderBar';
import { ShopOrderHead } from '@/features/order/seller/ShopOrderHead';
import { ShopOrderSheets } from '@/features/order/seller/ShopOrderSheets';
import { StuckRefund } from '@/features/order/seller/StuckRefund';
import { useShopOrder } from '@/features/order/seller/useShopOrder';
import { useMayAct } from '@/features/shop/staff/useMayAct';
import { goBack, useRouteParams } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Panel } from '@/ui/Panel';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** One order of the shop: what to do for it, and all that has happened to it. */
export default function ShopOrderPage() {
  const { shopId, orderId } = useRouteParams('shopOrder');
  if (shopId && orderId) return <ShopOrder shopId={shopId} orderId={orderId} />;
  return <Gone title="没有找到这笔订单" />;
}

function ShopOrder({ shopId, orderId }: { shopId: string; orderId: string }) {
  const { order, ...deeds } = useShopOrder(shopId, orderId);
  const mayRefund = useMayAct(shopId, 'manager');
  const { data, refusal, fault, refresh } = order;
  usePullToRefresh(refresh);

  if (refusal) return <Gone title={refusal.code === 'NOT_FOUND' ? '没有找到这笔订单' : refusalText(refusal)} />;
  if (!data) return <Screen>{fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;
  return (
    <Screen bar={<ShopOrderBar order={data} deeds={deeds} mayRefund={mayRefund} />}>
      <ShopOrderHead order={data} />
      {data.stuckMoney !== undefined && mayRefund && <StuckRefund amount={data.stuckMoney} deeds={deeds} />}
      <ShopCases order={data} deeds={deeds} />
      {data.shippedAt !== undefined && (
        <Panel>
          <OrderParcels parcels={data.parcels} shippedAt={data.shippedAt} />
        </Panel>
      )}
      <Panel>
        <OrderReceiver receiver={data.receiver} copies />
      </Panel>
      <Panel title="商品">
        <OrderLines lines={data.lines} />
      </Panel>
      <Panel>
        <PriceLines price={data.price} totalLabel={data.paidAt === undefined ? '应付' : '实付'} />
      </Panel>
      <InvoiceWanted order={data} onIssue={() => deeds.show({ sheet: 'invoice' })} />
      <Panel>
        <OrderFacts order={data} />
      </Panel>
      <Panel title="订单记录">
        <OrderHistory history={data.history} />
      </Panel>
      <ShopOrderSheets order={data} deeds={deeds} />
    </Screen>
  );
}

function Gone({ title }: { title: string }) {
  return (
    <Screen>
      <Blank icon="order" title={title} action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

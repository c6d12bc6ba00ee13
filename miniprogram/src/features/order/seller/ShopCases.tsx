import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { CaseCard } from '../afterSale/CaseCard';
import type { CaseView } from '../afterSale/caseProgress';
import type { ShopOrderDeeds, ShopOrderView } from './useShopOrder';

/** The after-sale cases of an order as the shop decides them, newest first. */
export function ShopCases({ order, deeds }: { order: ShopOrderView; deeds: ShopOrderDeeds }) {
  if (order.cases.length === 0) return null;
  return (
    <Panel title="售后">
      {[...order.cases].reverse().map((one) => (
        <CaseCard key={one.caseId} one={one} lines={order.lines} {...progressOf(one)}>
          <Decision one={one} deeds={deeds} />
        </CaseCard>
      ))}
    </Panel>
  );
}

function Decision({ one, deeds: { show } }: { one: CaseView; deeds: ShopOrderDeeds }) {
  const { caseId, status } = one;
  if (status !== 'requested' && status !== 'returning') return null;
  const asked = status === 'requested';
  return (
    <>
      <Button
        id={`decline-${caseId}`}
        size="s"
        kind="quiet"
        onPress={() => show({ sheet: 'decline', one, when: asked ? 'asked' : 'returned' })}
      >
        拒绝
      </Button>
      <Button
        id={asked ? `agree-${caseId}` : `settle-${caseId}`}
        size="s"
        onPress={() => show({ sheet: asked ? 'agree' : 'settle', one })}
      >
        {asked ? '同意' : '已收到退货'}
      </Button>
    </>
  );
}

function progressOf({ status, stuck }: CaseView): { progress?: string } {
  if (stuck) return { progress: '微信支付没能退到原账户' };
  if (status === 'awaitingReturn') return { progress: '等买家寄回商品' };
  if (status === 'returning') return { progress: '收到退货后请检查，再处理' };
  return {};
}

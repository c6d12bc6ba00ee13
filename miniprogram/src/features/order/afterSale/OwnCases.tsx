import type { Output } from '@shared/contract';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Sheet } from '@/ui/Sheet';
import { ParcelFields } from '../ParcelFields';
import { CaseCard } from './CaseCard';
import { type CaseView, caseProgress } from './caseProgress';
import { useOwnCases } from './useOwnCases';

/** The after-sale cases of the shopper's own order, newest first, with what can be done about each. */
export function OwnCases({ order, refresh }: { order: Output<'order.getOrder'>; refresh(): Promise<void> }) {
  const cases = useOwnCases(order.orderId, refresh);
  if (order.cases.length === 0) return null;
  return (
    <Panel title="售后">
      {[...order.cases].reverse().map((one) => (
        <CaseCard key={one.caseId} one={one} lines={order.lines} progress={caseProgress(one)}>
          {canWithdraw(one) && (
            <Button
              id={`withdraw-${one.caseId}`}
              size="s"
              kind="quiet"
              busy={cases.busy}
              onPress={() => void cases.withdraw(one.caseId)}
            >
              撤销申请
            </Button>
          )}
          {one.status === 'awaitingReturn' && (
            <Button
              id={`send-return-${one.caseId}`}
              size="s"
              kind="second"
              onPress={() => cases.beginReturn(one.caseId)}
            >
              填写寄回单号
            </Button>
          )}
        </CaseCard>
      ))}
      {cases.returning && (
        <Sheet
          open
          title="寄回商品"
          onClose={cases.closeReturn}
          bar={
            <Button
              id="return-confirm"
              wide
              busy={cases.busy}
              disabled={!cases.ready}
              onPress={() => void cases.sendReturn()}
            >
              {cases.ready ? '我已寄出' : '请填写快递单号'}
            </Button>
          }
        >
          <ParcelFields id="return-number" parcel={cases.returning.parcel} onChange={cases.changeReturn} />
        </Sheet>
      )}
    </Panel>
  );
}

const canWithdraw = ({ by, status }: CaseView): boolean =>
  by === 'shopper' && (status === 'requested' || status === 'awaitingReturn');

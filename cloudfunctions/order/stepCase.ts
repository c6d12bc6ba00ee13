import { accept, type Reply, refuse } from '../../shared/kernel/operation';
import { type CaseStatus, caseCanBecome } from '../../shared/order/afterSale';
import { moveCase } from './cases';
import { changeOrder, type Deed } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { CaseRecord, OrderRecord } from './OrderRecord';

/** Where a case is to go, and what is written with it. */
export interface Step {
  to: CaseStatus;
  fields?: Partial<CaseRecord> & { restock?: boolean };
}

type Refusal = { code: 'NOT_FOUND'; what: 'order' | 'case' } | { code: 'CASE_MOVED'; status: CaseStatus };
type Answer = { orderId: string; caseId: string; status: CaseStatus };

/**
 * Moves one case of an order a step along its table. `stepOf` says where it is to go, looking at the case. A case that
 * is there already, or has gone further the same way, is answered as it stands. Money and stock that have to move are
 * moved at once, as far as that works.
 */
export async function stepCase(
  order: OrderRecord | undefined,
  caseId: string,
  deed: Deed,
  stepOf: (found: CaseRecord) => Step,
): Promise<Reply<Answer, Refusal>> {
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder<Refusal>(order, (each) => {
    const found = each.cases.find((one) => one.caseId === caseId);
    if (!found) return refuse({ code: 'NOT_FOUND', what: 'case' });
    const { to, fields } = stepOf(found);
    if (found.status === to || (to === 'refunding' && found.status === 'refunded')) return accept(each);
    if (!caseCanBecome(found.kind, found.status, to)) return refuse({ code: 'CASE_MOVED', status: found.status });
    return accept(moveCase(each, caseId, to, deed, fields));
  });
  if (!changed.ok) return changed;
  const finished = await finishSoon(changed.value, deed.at);
  const status = finished.cases.find((each) => each.caseId === caseId)?.status ?? 'requested';
  return accept({ orderId: order._id, caseId, status });
}

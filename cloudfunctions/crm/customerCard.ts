import type { CustomerCard } from '../../shared/crm/shapes';
import { fen } from '../../shared/kernel/money';
import type { CustomerRecord } from './customers';

/** A customer as the shop reads of them. */
export const customerCard = (customer: CustomerRecord): CustomerCard => {
  const { _id, name, phoneTail, follows, source, tags, orders, amount, lastPaidAt, r, f, m, rfm } = customer;
  return {
    ...{ customerId: _id, name, phoneTail, follows, source, tags, orders, amount: fen(amount), r, f, m, rfm },
    ...(lastPaidAt !== undefined && { lastPaidAt }),
  };
};

import type { InvocationContext } from '../_runtime/context';
import { runChores } from '../_runtime/runChores';
import { recheckComments, settleArticleLinks } from '../content/public';
import { settleWelcomes } from '../fan/public';
import { finishRecounts, settleOffers, settleShelvings } from '../shop/public';
import { migrate } from './migrate';
import { moveOrders } from './moveOrders';
import { reconcilePayments } from './reconcilePayments';
import { settleCoupons } from './settleCoupons';
import { settleStock } from './settleStock';

/** Everything that cannot wait, by name; each is safe twice and picks up what a dead process left. */
const chores = {
  ...{ moveOrders, settleStock, settleOffers, settleShelvings, settleCoupons, settleWelcomes, reconcilePayments },
  ...{ finishRecounts, settleArticleLinks, recheckComments, migrate },
};

/** Runs once a minute (CloudBase allows one timer a function; what may wait is in `upkeep`). */
export const main = (event: { Type?: string }, invocation?: InvocationContext) =>
  runChores('timers', chores, event, invocation);

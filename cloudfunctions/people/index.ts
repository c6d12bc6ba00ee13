import type { InvocationContext } from '../_runtime/context';
import { runChores } from '../_runtime/runChores';
import {
  forgetOldQuotas,
  sendCampaigns,
  sendRestockNotices,
  settleCustomers,
  settleDeletions,
  settleFollowers,
  walkBooks,
} from '../crm/public';

/** What customers are told, and what is sent to them, by name; each is safe twice and picks up what a dead process left. */
const chores = {
  settleCustomers,
  settleFollowers,
  settleDeletions,
  sendCampaigns,
  sendRestockNotices,
  walkBooks,
  forgetOldQuotas,
};

/** Runs once a minute, apart from `timers`: writing to a hundred thousand people must hold up no order. */
export const main = (event: { Type?: string }, invocation?: InvocationContext) =>
  runChores('people', chores, event, invocation);

import { forgetOldAttempts } from '../_runtime/attempts';
import { forgetOldAuditEntries } from '../_runtime/auditLog';
import type { InvocationContext } from '../_runtime/context';
import { runChores } from '../_runtime/runChores';
import { forgetRemovedArticles, recountArticles } from '../content/public';
import { forgetFansOfRevoked, syncFollowers, tidyPushes } from '../fan/public';
import { checkOldestCells, forgetOldInvitations, recountSold } from '../shop/public';
import { closeDays, forgetOldVisits } from '../traffic/public';

/** What heals and refreshes derived data, by name; each is safe twice, and none of it is waited for. */
const chores = {
  ...{ checkOldestCells, closeDays, forgetOldVisits, forgetFansOfRevoked, tidyPushes, syncFollowers },
  ...{
    recountArticles,
    recountSold,
    forgetRemovedArticles,
    forgetOldInvitations,
    forgetOldAuditEntries,
    forgetOldAttempts,
  },
};

/** Runs once an hour. */
export const main = (event: { Type?: string }, invocation?: InvocationContext) =>
  runChores('upkeep', chores, event, invocation);

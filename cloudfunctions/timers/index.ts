import { type InvocationContext, openContext } from '../_runtime/context';
import { readIdentity } from '../_runtime/identity';
import { keepCells } from '../shop/public';
import { moveOrders } from './moveOrders';
import { reconcilePayments } from './reconcilePayments';
import { settleStock } from './settleStock';

/** Everything that the clock does, by name; each is safe twice and picks up what a dead process left. */
const chores = { moveOrders, settleStock, reconcilePayments, keepCells };

/**
 * Runs the chores once a minute (CloudBase allows one timer a function). Any user of the mini program could call a
 * function by name, so a caller with an identity is turned away.
 */
export async function main(event: { Type?: string }, invocation?: InvocationContext): Promise<Record<string, string>> {
  const { openId } = readIdentity();
  if (event.Type !== 'Timer' || openId) return { refused: 'only the timer may call this' };

  const { now, requestId } = openContext('timers', invocation, openId);
  const done: Record<string, string> = {};
  for (const [name, chore] of Object.entries(chores)) {
    try {
      done[name] = `${await chore(now)} done`;
    } catch (fault) {
      // One chore that fails must not keep the others from their work; the next minute tries it again.
      console.error(JSON.stringify({ operation: `timers.${name}`, requestId, fault: String(fault) }));
      done[name] = 'failed';
    }
  }
  return done;
}

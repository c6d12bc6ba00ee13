import { type InvocationContext, openContext } from './context';
import { noteHeartbeat } from './heartbeats';
import { readIdentity } from './identity';

/** What a timer does: takes the moment (ms since 1970) and what makes ids, answers how much it did. */
export type Chore = (now: number, newId: () => string) => Promise<number>;

/**
 * Runs what one timer does, chore after chore, and answers by name how each went. Any user of the mini program could
 * call a function by name, so a caller with an identity is turned away.
 */
export async function runChores(
  timer: string,
  chores: Record<string, Chore>,
  event: { Type?: string },
  invocation: InvocationContext | undefined,
): Promise<Record<string, string>> {
  const { openId } = readIdentity();
  if (event.Type !== 'Timer' || openId) return { refused: 'only the timer may call this' };

  const { now, newId, requestId } = openContext(timer, invocation);
  const done: Record<string, string> = {};
  for (const [name, chore] of Object.entries(chores)) {
    try {
      done[name] = `${await chore(now, newId)} done`;
    } catch (fault) {
      // One chore that fails must not keep the others from their work; the next run tries it again.
      console.error(JSON.stringify({ operation: `${timer}.${name}`, requestId, fault: String(fault) }));
      done[name] = 'failed';
    }
  }
  const failed = Object.keys(done).filter((name) => done[name] === 'failed');
  await noteHeartbeat({ _id: timer, at: now, failed });
  return done;
}

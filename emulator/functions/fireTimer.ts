import { randomUUID } from 'node:crypto';
import type { Clock } from '../Clock';
import type { FunctionPool } from './FunctionPool';

/** Calls a function as its timer trigger would, and answers its result as JSON text. */
export function fireTimer(pool: FunctionPool, clock: Clock, name: string, trigger = 'manual'): Promise<string> {
  const event = { Type: 'Timer', TriggerName: trigger, Time: new Date(clock.now()).toISOString(), Message: '' };
  return pool.invoke({ requestId: randomUUID(), name, event, caller: { kind: 'timer' } });
}

import { type InvocationContext, openContext } from '../_runtime/context';
import { readHeartbeats } from '../_runtime/heartbeats';
import { countOverdue, readDaysThatDiffer } from '../order/public';
import { findAlarms } from './findAlarms';

interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Whether somebody should be woken: 200 when all is well, else 503 and why, for whatever looks every minute. Anybody may ask;
 * the answer names timers, counts and days, and nothing of a person or a shop. One wait for the database.
 */
export async function main(_event: unknown, invocation?: InvocationContext): Promise<HttpAnswer> {
  const { now, operation, requestId } = openContext('health', invocation);
  try {
    const [heartbeats, overdue, daysThatDiffer] = await Promise.all([
      readHeartbeats(),
      countOverdue(now),
      readDaysThatDiffer(now),
    ]);
    const alarms = findAlarms({ now, heartbeats, overdue, daysThatDiffer });
    return answer(alarms.length === 0 ? 200 : 503, { alarms });
  } catch (fault) {
    console.error(JSON.stringify({ operation, requestId, fault: String(fault) }));
    return answer(503, { alarms: [{ is: 'databaseAway', about: requestId }] });
  }
}

const answer = (statusCode: number, body: object): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

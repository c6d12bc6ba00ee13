import { type Condition, conditionsOf } from './conditions';
import { nearOf } from './nearest';
import { readOrder } from './order';
import { planQuery } from './planner';
import type { Request } from './Request';
import { select } from './select';
import type { Collection } from './storage/Collection';

/** How a query was answered. */
export interface Explanation {
  /** The index's name, `_id_` for the primary key; null where every document was looked at. */
  index: string | null;
  /** What the index was asked for, a phrase for each of its fields; absent where nothing narrowed it. */
  bounds?: string[];
  /** Documents that were looked at, and those of them that are the answer. */
  scanned: number;
  returned: number;
  /** Whether the index gave the order that was asked for, so that nothing was sorted. */
  sortedByIndex: boolean;
  /** One sentence, if more than 1000 documents were looked at. */
  warning?: string;
}

/** Answers the query of a `getDocument` request outside any transaction, and tells how. Throws what that would throw. */
export function explain(request: Request): Explanation {
  const { collection, query, work } = request;
  const order = request.has('order') ? readOrder(request.document('order')) : undefined;
  const limit = Math.min(request.count('limit', 100), 1000);
  select(collection, { query, order, offset: request.count('offset', 0), limit }, work);
  const [read] = work.reads;
  const { index = null, scanned = 0, returned = 0, sortedByIndex = false } = read ?? {};
  const bounds = boundsOf(collection, request, order);
  const warning = work.slowQuery;
  return {
    index,
    ...(bounds.length > 0 && { bounds }),
    scanned,
    returned,
    sortedByIndex,
    ...(warning !== undefined && { warning }),
  };
}

function boundsOf(
  collection: Collection,
  { query }: Request,
  order: ReturnType<typeof readOrder> | undefined,
): string[] {
  const near = nearOf(query);
  if (near) return [`${near.path} outwards from ${near.center.join(', ')}`];
  const plan = planQuery(collection, query, order);
  const conditions = conditionsOf(query);
  if (plan.by === 'scan') return [];
  if (plan.by === 'ids') return [phrase('_id', conditions.get('_id'))];
  if (plan.by === 'geo') return [`${plan.index.path} in ${JSON.stringify(plan.boxes)}`];
  const used = plan.index.pattern.slice(0, plan.fieldsUsed);
  return used.map(([path]) => phrase(path, conditions.get(path)));
}

/** Such as `shopId = "jinmei"`, `status in ["paid","shipped"]` or `placedAt from 5 below 9`. */
function phrase(path: string, { equals, from, to }: Condition = {}): string {
  if (equals?.length === 1) return `${path} = ${JSON.stringify(equals[0])}`;
  if (equals) return `${path} in ${JSON.stringify(equals)}`;
  const least = from === undefined ? [] : [`from ${JSON.stringify(from)}`];
  const most = to === undefined ? [] : [`${to.included ? 'up to' : 'below'} ${JSON.stringify(to.value)}`];
  return `${path} ${[...least, ...most].join(' ')}`;
}

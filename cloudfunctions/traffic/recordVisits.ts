import { chinaDay } from '../../shared/kernel/chinaTime';
import { accept, type ParsedInputOf } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import { sourceOfScene } from '../../shared/traffic/scenes';
import { bringsPeople, type Source } from '../../shared/traffic/sources';
import {
  creditedTouch,
  type Origin,
  originKey,
  type Touch,
  type Touches,
  withTouches,
} from '../../shared/traffic/touch';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { noteTouches, readTouches } from './touches';
import { insertVisits, type VisitRecord } from './visits';

type Record = TrafficContract['recordVisits'];
type Visit = ParsedInputOf<Record>['visits'][number];

export const recordVisits: Handler<Record> = async ({ visits }, { openId, now }) => {
  const shopIds = [...new Set(visits.map(({ shopId }) => shopId))];
  const known = openId === undefined ? new Map<string, Touches>() : await readTouches(openId, shopIds);
  const records = visits.map((visit) => visitRecord(visit, visits, known, { openId, now }));
  await Promise.all([
    insertVisits(records),
    openId !== undefined && noteTouches(openId, known, touchesByShop(visits, now)),
  ]);
  return accept({ recorded: records.length });
};

function visitRecord(
  visit: Visit,
  beside: readonly Visit[],
  known: ReadonlyMap<string, Touches>,
  { openId, now }: Pick<Context<string | undefined>, 'openId' | 'now'>,
): VisitRecord {
  const { visitId, shopId, kind, scene, productId, age } = visit;
  const at = now - age;
  const before = beside.filter((each) => each.shopId === shopId && each.age >= age);
  const touches = withTouches(
    known.get(shopId) ?? {},
    before.flatMap((each) => touchOf(each, now) ?? []),
  );
  return {
    // With the person in it, so that nobody takes the id of another's visit.
    _id: `${openId ?? ''}~${visitId}`,
    person: openId ?? visitId,
    shopId,
    kind,
    ...(scene !== undefined && { scene }),
    ...(productId && { productId }),
    ...(visit.shareId && { shareId: visit.shareId }),
    // What somebody does inside was brought about by whatever brought the person.
    origin: originKey(touchOf(visit, now) ?? (isInside(kind) ? creditedTouch(touches, at + 1) : originOfVisit(visit))),
    at,
    day: chinaDay(at),
  };
}

/** The touch that a visit is; none when it brings nobody. */
function touchOf(visit: Visit, now: number): Touch | undefined {
  const origin = originOfVisit(visit);
  return origin && bringsPeople(origin.source) ? { ...origin, at: now - visit.age } : undefined;
}

/** Whether only those who are there already do this. */
const isInside = (kind: Visit['kind']): boolean => kind === 'product' || kind === 'share';

/** What brought a person to this visit. */
function originOfVisit({ kind, scene = 0, articleId, channel, shareId }: Visit): Origin | undefined {
  if (isInside(kind)) return undefined;
  const inside: Partial<{ [Kind in Visit['kind']]: Source }> = { article: 'article', map: 'nearby', search: 'search' };
  return {
    source: inside[kind] ?? sourceOfScene(scene),
    ...(articleId && { articleId }),
    ...(channel && { channel }),
    ...(shareId && { shareId }),
  };
}

function touchesByShop(visits: readonly Visit[], now: number): Map<string, Touch[]> {
  const byShop = new Map<string, Touch[]>();
  for (const visit of visits) {
    const touch = touchOf(visit, now);
    if (touch) byShop.set(visit.shopId, [...(byShop.get(visit.shopId) ?? []), touch]);
  }
  return byShop;
}

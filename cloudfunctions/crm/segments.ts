import type { SegmentConditions } from '../../shared/crm/segment';
import { _, db, insert, readOne } from '../_runtime/database';

/** Conditions that a shop saved under a name. */
export interface SegmentRecord {
  /** The client's id. */
  _id: string;
  shopId: string;
  name: string;
  conditions: SegmentConditions;
  savedAt: number;
}

const collection = 'segments';
/** How many a shop may have. */
export const mostSegments = 50;

export const readSegment = (segmentId: string): Promise<SegmentRecord | undefined> =>
  readOne<SegmentRecord>(collection, segmentId);

export const insertSegment = (segment: SegmentRecord): Promise<'inserted' | 'exists'> => insert(collection, segment);

/** Writes a segment over the shop's own one. */
export const changeSegment = ({ _id, shopId, name, conditions, savedAt }: SegmentRecord) =>
  db
    .collection(collection)
    .where({ _id, shopId })
    .update({ name, savedAt, conditions: _.set(conditions) });

/** All segments of a shop, the latest first. */
export async function listSegmentsOf(shopId: string): Promise<SegmentRecord[]> {
  const own = db.collection(collection).where({ shopId });
  return (await own.orderBy('savedAt', 'desc').limit(mostSegments).get()).data as SegmentRecord[];
}

export const removeSegmentOf = (shopId: string, segmentId: string) =>
  db.collection(collection).where({ _id: segmentId, shopId }).remove();

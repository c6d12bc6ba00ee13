import type { Role } from '../../shared/shop/role';
import type { Context } from './context';
import { _, db } from './database';
import { beyond, type Place } from './paging';
import type { StaffRecord } from './staff';

/** What one of a shop's staff did. Written once, by `serve`, after it was done; the id is that of the request. */
export interface AuditEntry {
  _id: string;
  shopId: string;
  /** `order.refundOrder` */
  operation: string;
  /** The input's fields that the contract names under `audit`. */
  about: Record<string, unknown>;
  openId: string;
  /** Who it was then; the person may have another name or role today, or be gone. */
  name: string;
  role: Role;
  at: number;
}

const collection = 'auditLog';

/** Keeps what a person of the shop has just done. */
export async function keepAuditEntry(
  { shopId, openId, name = '', role }: StaffRecord,
  fields: readonly string[],
  input: Record<string, unknown>,
  { operation, requestId, now }: Context<string | undefined>,
): Promise<void> {
  const about = Object.fromEntries(
    fields.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
  const entry: Omit<AuditEntry, '_id'> = { shopId, operation, about, openId, name, role, at: now };
  // A platform that delivers one request twice keeps it once.
  await db.collection(collection).doc(requestId).set(entry);
}

/** The newest entries of a shop; at most `limit` beyond `place`. */
export async function readAuditLog(shopId: string, place: Place | undefined, limit: number): Promise<AuditEntry[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([{ shopId }, beyond('at', 'desc', place)]))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as AuditEntry[];
}

/** Entries are kept for half a year; answers how many went. */
export async function forgetOldAuditEntries(now: number): Promise<number> {
  const { deleted } = await db
    .collection(collection)
    .where({ at: _.lt(now - keptFor) })
    .remove();
  return deleted ?? 0;
}

const keptFor = 180 * 86_400_000;

import { type RfmCuts, rfmClassOf, rfmOf } from '../../shared/crm/rfm';
import { sourceFamilyOf } from '../../shared/crm/sourceFamily';
import type { Source } from '../../shared/traffic/sources';
import type { BuyerSum } from '../order/public';
import { customerKeys } from './customerKeys';
import type { CustomerNote, CustomerPerson, CustomerRecord } from './customers';

/** What is known of a customer elsewhere. */
export interface CustomerSources {
  person: CustomerPerson;
  bought: BuyerSum | undefined;
  source: Source | undefined;
}

/**
 * The customer as everything else says, with the tags and notes that are kept here only. `cuts` are the shop's, `now` is when
 * one comes to be a customer who was none.
 */
export function composeCustomer(
  ids: Pick<CustomerRecord, '_id' | 'shopId'>,
  before: CustomerRecord | undefined,
  { person, bought, source }: CustomerSources,
  cuts: RfmCuts | undefined,
  now: number,
): CustomerRecord {
  const madeAt = before?.madeAt ?? now;
  const plain = {
    ...{ _id: ids._id, shopId: ids.shopId, version: before?.version ?? 1, person, madeAt },
    name: bought?.name || `微信用户·${ids._id.slice(-4)}`,
    phoneTail: bought?.phone.slice(-4) ?? '',
    follows: person.fanId !== undefined,
    ...{ source: source ?? ('direct' as const), family: sourceFamilyOf(source) },
    ...{ orders: bought?.orders ?? 0, amount: bought?.amount ?? 0, lastAt: bought?.lastPaidAt ?? madeAt },
    ...(bought && { firstPaidAt: bought.firstPaidAt, lastPaidAt: bought.lastPaidAt }),
    ...{ tags: before?.tags ?? [], notes: before?.notes ?? [] },
    ...(before?.messagedAt !== undefined && { messagedAt: before.messagedAt }),
    ...(before?.messagedFor !== undefined && { messagedFor: before.messagedFor }),
    ...(before?.muted !== undefined && { muted: before.muted }),
  };
  return scored(plain, cuts);
}

/** A customer with their scores, and what follows from everything else. */
export function scored<Plain extends Omit<CustomerRecord, 'r' | 'f' | 'm' | 'rfm' | 'keys'>>(
  plain: Plain,
  cuts: RfmCuts | undefined,
): Plain & CustomerRecord {
  const { orders, amount, lastPaidAt = 0 } = plain;
  const rfm = rfmOf({ orders, amount, lastPaidAt }, cuts);
  return { ...plain, ...rfm, rfm: rfmClassOf(rfm), keys: customerKeys(plain) };
}

/** A customer who turned out to be another one, too: has the tags and notes of both, each once. */
export function merged(
  customer: CustomerRecord,
  other: Pick<CustomerRecord, 'tags' | 'notes' | 'madeAt'>,
): CustomerRecord {
  const tags = [...new Set([...customer.tags, ...other.tags])].slice(0, mostTags);
  const notes = new Map<string, CustomerNote>([...other.notes, ...customer.notes].map((note) => [note.noteId, note]));
  const both = {
    ...customer,
    ...{ tags, notes: [...notes.values()].sort((a, b) => b.at - a.at).slice(0, mostNotes) },
    madeAt: Math.min(customer.madeAt, other.madeAt),
  };
  return { ...both, keys: customerKeys(both) };
}

/** How many tags and notes a customer may have. */
export const mostTags = 20;
export const mostNotes = 50;

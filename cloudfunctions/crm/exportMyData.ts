import type { CrmContract } from '../../shared/crm/contract';
import { accept } from '../../shared/kernel/operation';
import { _, db } from '../_runtime/database';
import type { Handler } from '../_runtime/serve';
import { personalCollections } from './personalData';

const pageSize = 100;
/** What is a shop's or our own business about a record, and what was derived from the rest of it. */
const notTheirs = ['attemptKey', 'version', 'keys', 'toldCustomer', 'customerDue', 'costs'];

export const exportMyData: Handler<CrmContract['exportMyData']> = async ({ after = '0|' }, { openId, unionId }) => {
  const [index = '0', last = ''] = [after.slice(0, after.indexOf('|')), after.slice(after.indexOf('|') + 1)];
  const place = Number(index);
  const part = personalCollections[place];
  if (!part) return accept({ collection: '', records: [] });
  const { data } = await db
    .collection(part.name)
    .where(_.and([part.find({ openId, unionId }), ...(last === '' ? [] : [{ _id: _.gt(last) }])]))
    .orderBy('_id', 'asc')
    .limit(pageSize)
    .get();
  const records = data as { _id: string }[];
  const next = records.length === pageSize ? `${place}|${records.at(-1)?._id}` : `${place + 1}|`;
  const isOver = records.length < pageSize && place + 1 >= personalCollections.length;
  return accept({ collection: part.name, records: records.map(told), ...(!isOver && { next }) });
};

const told = (record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !notTheirs.includes(field)));

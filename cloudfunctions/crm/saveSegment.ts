import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { changeSegment, insertSegment, listSegmentsOf, mostSegments, readSegment } from './segments';
import { segmentView } from './segmentView';

export const saveSegment: Handler<CrmContract['saveSegment']> = async (input, { now }) => {
  const { shopId, segmentId, name, conditions } = input;
  const [known, own] = await Promise.all([readSegment(segmentId), listSegmentsOf(shopId)]);
  if (known && known.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  if (!known && own.length >= mostSegments) return refuse({ code: 'TOO_MANY' });
  const segment = { _id: segmentId, shopId, name, conditions, savedAt: now };
  if (known || (await insertSegment(segment)) === 'exists') await changeSegment(segment);
  return accept(segmentView(segment));
};

import type { CrmContract } from '../../shared/crm/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { removeSegmentOf } from './segments';

export const removeSegment: Handler<CrmContract['removeSegment']> = async ({ shopId, segmentId }) => {
  await removeSegmentOf(shopId, segmentId);
  return accept({});
};

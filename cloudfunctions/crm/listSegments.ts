import type { CrmContract } from '../../shared/crm/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { listSegmentsOf } from './segments';
import { segmentView } from './segmentView';

export const listSegments: Handler<CrmContract['listSegments']> = async ({ shopId }) =>
  accept({ segments: (await listSegmentsOf(shopId)).map(segmentView) });

import type { CrmContract } from '../../shared/crm/contract';
import type { SegmentConditions } from '../../shared/crm/segment';
import { fen } from '../../shared/kernel/money';
import type { OutputOf } from '../../shared/kernel/operation';
import type { SegmentRecord } from './segments';

type Segment = OutputOf<CrmContract['saveSegment']>;

/** A segment as the shop reads it. */
export const segmentView = ({ _id, name, conditions, savedAt }: SegmentRecord): Segment => ({
  ...{ segmentId: _id, name, savedAt },
  conditions: conditionsView(conditions),
});

/** Conditions as they cross the wire: what is not asked is absent. */
export function conditionsView({
  classes,
  families,
  amountAtLeast,
  ...plain
}: SegmentConditions): Segment['conditions'] {
  return {
    ...plain,
    ...(classes && { classes: [...classes] }),
    ...(families && { families: [...families] }),
    ...(amountAtLeast !== undefined && { amountAtLeast: fen(amountAtLeast) }),
  };
}

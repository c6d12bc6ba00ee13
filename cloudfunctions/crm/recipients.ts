import { type LeftOut, whyLeftOut } from '../../shared/crm/whyLeftOut';
import { setting } from '../_runtime/setting';
import type { CampaignRecord } from './campaigns';
import type { CustomerRecord } from './customers';
import { readAllowed } from './quotas';

/** Why each of these customers (at most 100) would be left out of a campaign; `undefined` for who would not. */
export async function readWhyLeftOut(
  page: readonly CustomerRecord[],
  { message, gapDays }: Pick<CampaignRecord, 'message' | 'gapDays'>,
  now: number,
): Promise<ReadonlyMap<string, LeftOut | undefined>> {
  const openIds = page.flatMap(({ person }) => person.openId ?? []);
  const allowed =
    message.kind === 'subscribe'
      ? await readAllowed(openIds, setting('WECHAT_NEWS_TEMPLATE'))
      : new Map<string, number>();
  return new Map(
    page.map(({ _id, person, muted = false, follows, messagedAt }) => {
      const isShopper = person.openId !== undefined;
      const recipient = { muted, isShopper, follows, allowed: allowed.get(person.openId ?? '') ?? 0, messagedAt };
      return [_id, whyLeftOut(recipient, message.kind, gapDays, now)];
    }),
  );
}

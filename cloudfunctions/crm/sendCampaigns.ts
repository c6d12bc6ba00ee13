import { isInSegment } from '../../shared/crm/segment';
import { firstInWindow } from '../../shared/crm/sendWindow';
import { oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import { advanceCampaign, type CampaignRecord, type CampaignTally, leaseCampaign, readDueCampaigns } from './campaigns';
import { type CustomerRecord, walkCustomers } from './customers';
import { openDelivery } from './deliver';
import { readWhyLeftOut } from './recipients';
import { readSends } from './sends';
import { type Outcome, type Sending, sendToOne } from './sendToOne';

/** Longer than a function may run (60 s), so whoever had a campaign in hand that long ago is gone. */
const leaseMs = 90_000;
/** What one run has time for. */
const runMs = 40_000;
const pageSize = 100;
/** Messages under way at a time. */
const atOnce = 10;
const soon = 60_000;

/**
 * Goes on with every campaign that is due, page by page of its shop's customers, each page noted when it is known what
 * became of all in it. A process that dies leaves the page to the next, which finds by the sends who had theirs. Answers
 * how many customers were looked at.
 */
export async function sendCampaigns(now: number, newId: () => string): Promise<number> {
  const end = performance.now() + runMs;
  let looked = 0;
  for (const due of await readDueCampaigns(now)) {
    const opensAt = firstInWindow(due.window, Math.max(now, due.startAt));
    const leaseKey = newId();
    if (!(await leaseCampaign(due, leaseKey, opensAt > now ? opensAt : now + leaseMs)) || opensAt > now) continue;
    looked += await send({ ...due, leaseKey }, { now, newId, end });
  }
  return looked;
}

interface Run {
  now: number;
  newId(): string;
  /** By `performance.now()`. */
  end: number;
}

async function send(leased: CampaignRecord, { now, newId, end }: Run): Promise<number> {
  const deliver = await openDelivery(leased);
  let looked = 0;
  for (let campaign: CampaignRecord | undefined = leased; campaign; ) {
    const page = await walkCustomers(campaign.shopId, campaign.after, pageSize);
    const { tally, waitUntil } = await sendPage({ campaign, deliver, now, newId }, page);
    looked += page.length;
    if (waitUntil !== undefined) {
      await advanceCampaign(campaign, { dueAt: waitUntil });
      return looked;
    }
    const isLast = page.length < pageSize;
    const step: Pick<CampaignRecord, 'tally' | 'after' | 'failedAt'> = {
      ...{ tally, after: page.at(-1)?._id ?? campaign.after },
      ...(countFailed(tally) > countFailed(campaign.tally) && { failedAt: now }),
    };
    const isOver = isLast || performance.now() > end;
    const state = isLast ? { status: 'done' as const, doneAt: now } : { dueAt: isOver ? now : now + leaseMs };
    const went = await advanceCampaign(campaign, { ...step, ...state });
    campaign = went && !isOver ? { ...campaign, ...step } : undefined;
  }
  return looked;
}

/** Sends to a page; `waitUntil` when WeChat takes no more for now, and then nothing of the page is noted. */
async function sendPage(
  sending: Sending,
  page: readonly CustomerRecord[],
): Promise<{ tally: CampaignTally; waitUntil?: number }> {
  const { campaign, now } = sending;
  const wanted = page.filter((customer) => isInSegment(customer, campaign.conditions, now));
  const begun = await readSends(
    campaign._id,
    page.map(({ _id }) => _id),
  );
  const why = await readWhyLeftOut(wanted, campaign, now);
  const people = page.filter(({ _id }) => begun.has(_id) || why.has(_id));
  const outcomes: Outcome[] = [];
  for (let start = 0; start < people.length; start += atOnce) {
    const group = people.slice(start, start + atOnce);
    const became = await Promise.all(
      group.map((customer): Promise<Outcome> => {
        const [before, because] = [begun.get(customer._id), why.get(customer._id)];
        if (!before && because) return Promise.resolve({ is: 'leftOut', because });
        return sendToOne(sending, customer, before);
      }),
    );
    outcomes.push(...became);
    if (became.some(({ is }) => is === 'tomorrow')) return { tally: campaign.tally, waitUntil: tomorrow(now) };
    if (became.some(isUncertain)) return { tally: campaign.tally, waitUntil: now + soon };
  }
  return { tally: outcomes.reduce(withOutcome, { ...campaign.tally, looked: campaign.tally.looked + people.length }) };
}

/** WeChat does not answer, or not now: whoever comes next would fare no better. Who failed is on record. */
const isUncertain = (outcome: Outcome): boolean =>
  outcome.is === 'later' || (outcome.is === 'failed' && outcome.away === true);

function withOutcome(tally: CampaignTally, outcome: Outcome): CampaignTally {
  if (outcome.is === 'sent') return { ...tally, sent: tally.sent + 1 };
  if (outcome.is === 'failed') return { ...tally, failed: oneMore(tally.failed, outcome.because) };
  return outcome.is === 'leftOut' ? { ...tally, leftOut: oneMore(tally.leftOut, outcome.because) } : tally;
}

const oneMore = <Reason extends string>(counts: Partial<Record<Reason, number>>, because: Reason) => ({
  ...counts,
  [because]: (counts[because] ?? 0) + 1,
});

const countFailed = ({ failed }: CampaignTally): number => Object.values(failed).reduce((sum, count) => sum + count, 0);

const tomorrow = (now: number): number => startOfChinaDay(now) + oneDay;

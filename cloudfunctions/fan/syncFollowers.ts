import { callAccount, credentialsOf } from './accountApi';
import { hearOf } from './changeFan';
import { fanIdOf } from './fanKeys';
import { forgetUnseen, insertFans, noteSeen, readFollows } from './fans';
import { type FollowerSync, type OfficialAccountRecord, readAccountsToSync, writeAccount } from './officialAccounts';
import { askPending } from './unionIds';

const hour = 3_600_000;
/** How often all followers of an account are walked through; WeChat allows 500 pages a day. */
const walkEvery = 24 * hour;
/** A failure waits so long, and the walk goes on where it stood. */
const retryAfter = { away: 0, quota: 6 * hour, credentials: 6 * hour, noRight: 24 * hour } as const;
const pageSize = 10_000;
/** What one run of the hour's upkeep has time for, over all accounts. */
const pagesAtOnce = 6;
const groupsOfUnionIds = 20;
/** A list may be that old when it comes, and clocks differ: what it says is said of the time before. */
const doubt = 60_000;
const groupSize = 500;

/**
 * Walks through the followers of the accounts that are due, page by page over as many runs as it takes, so that a push
 * that never came does no harm for longer than a day. Answers how many followers were met.
 */
export async function syncFollowers(now: number): Promise<number> {
  let [met, pages] = [0, 0];
  for (const due of await readAccountsToSync(now)) {
    for (let step: Step = { account: due, isOver: false }; !step.isOver && pages < pagesAtOnce; pages += 1) {
      step = await walkOn(step.account, now);
      met += step.met ?? 0;
    }
  }
  return met;
}

/** Where a walk stands after a page. */
interface Step {
  account: OfficialAccountRecord;
  /** For this run. */
  isOver: boolean;
  met?: number;
}

async function walkOn(account: OfficialAccountRecord, now: number): Promise<Step> {
  const { sync = { dueAt: now } } = account;
  const startedAt = sync.startedAt ?? now;
  const call = { path: 'user/get', query: { next_openid: sync.after ?? '' } };
  const answer = await callAccount<FollowerPage>(credentialsOf(account), call, now);
  if (!answer.ok) {
    const { code } = answer.refusal;
    await keep(account, { ...sync, dueAt: now + retryAfter[code] }, code);
    return { account, isOver: true };
  }
  const { count: met, data, next_openid: after } = answer.value;
  await meet(account._id, data?.openid ?? [], startedAt);
  const isLast = met < pageSize;
  if (isLast) await forgetUnseen(account._id, startedAt, sureAt(startedAt));
  const kept = await keep(account, isLast ? { dueAt: startedAt + walkEvery } : { dueAt: now, startedAt, after });
  if (kept && isLast) await askPending(kept, now, groupsOfUnionIds);
  return { account: kept ?? account, isOver: isLast || !kept, met };
}

interface FollowerPage {
  count: number;
  data?: { openid: string[] };
  next_openid: string;
}

/** Writes where the walk stands; undefined when somebody has changed the binding, which then is walked anew. */
async function keep(
  account: OfficialAccountRecord,
  sync: FollowerSync,
  trouble?: OfficialAccountRecord['trouble'],
): Promise<OfficialAccountRecord | undefined> {
  const { trouble: _before, ...rest } = account;
  const after = { ...rest, sync, ...(trouble && { trouble }) };
  return (await writeAccount(account, after)) ? { ...after, version: account.version + 1 } : undefined;
}

/** Notes the followers of one page: adds those nobody knew, and corrects those believed to have left. */
async function meet(shopId: string, openIds: readonly string[], startedAt: number): Promise<void> {
  for (let start = 0; start < openIds.length; start += groupSize) {
    const group = new Map(openIds.slice(start, start + groupSize).map((openId) => [fanIdOf(shopId, openId), openId]));
    await meetGroup(shopId, group, startedAt);
  }
}

async function meetGroup(shopId: string, openIdOf: ReadonlyMap<string, string>, startedAt: number): Promise<void> {
  const at = sureAt(startedAt);
  const fanIds = [...openIdOf.keys()];
  const known = new Map((await readFollows(fanIds)).map((fan) => [fan._id, fan]));
  const strangers = [...openIdOf].filter(([fanId]) => !known.has(fanId));
  await insertFans(
    strangers.map(([_id, openId]) => ({
      ...{ _id, shopId, follows: true, at, version: 1, seenAt: startedAt },
      person: { openId, unionIdPending: true as const },
    })),
  );
  const returned = [...known.values()].filter((fan) => !fan.follows);
  await Promise.all(
    returned.map(({ _id: fanId }) =>
      hearOf({ fanId, shopId }, { what: 'seen', at, openId: openIdOf.get(fanId) ?? '' }),
    ),
  );
  await noteSeen([...known.keys()], startedAt);
}

/** The second that a walk can speak for. */
const sureAt = (startedAt: number): number => Math.floor((startedAt - doubt) / 1000);

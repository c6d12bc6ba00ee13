import { type ApiReply, callAccount, credentialsOf } from './accountApi';
import { changeFan } from './changeFan';
import { type FanRecord, readUnionIdsPending } from './fans';
import type { OfficialAccountRecord } from './officialAccounts';

/** Whoever waits for WeChat's push to be answered gives this up sooner. */
const shortPatience = 1_000;

interface UserInfo {
  openid: string;
  unionid?: string;
}

/** Asks WeChat for a new follower's unionid while the push is being answered; `askPending` asks again if that fails. */
export async function askUnionId(
  account: OfficialAccountRecord,
  fan: FanRecord,
  now: number,
): Promise<ApiReply<number>> {
  return askUnionIds(account, [fan], now, shortPatience);
}

/** Asks for the unionids that are still unknown, a hundred at a time and so many times. Answers how many were told. */
export async function askPending(
  account: OfficialAccountRecord,
  now: number,
  times: number,
): Promise<ApiReply<number>> {
  let told = 0;
  for (let time = 0; time < times; time += 1) {
    const fans = await readUnionIdsPending(account._id);
    if (fans.length === 0) break;
    const answer = await askUnionIds(account, fans, now);
    if (!answer.ok) return answer;
    told += answer.value;
  }
  return { ok: true, value: told };
}

async function askUnionIds(
  account: OfficialAccountRecord,
  fans: readonly FanRecord[],
  now: number,
  patience?: number,
): Promise<ApiReply<number>> {
  const user_list = fans.flatMap(({ person }) => (person ? [{ openid: person.openId }] : []));
  const call = { path: 'user/info/batchget', body: { user_list }, ...(patience !== undefined && { patience }) };
  const answer = await callAccount<{ user_info_list: UserInfo[] }>(credentialsOf(account), call, now);
  if (!answer.ok) return answer;
  const unionIds = new Map(answer.value.user_info_list.map(({ openid, unionid }) => [openid, unionid]));
  await Promise.all(fans.map((fan) => changeFan(fan._id, (current) => withUnionId(current, unionIds))));
  return { ok: true, value: fans.length };
}

/** The fan with what WeChat told of them; the very same one who has left meanwhile. */
function withUnionId(fan: FanRecord | undefined, unionIds: Map<string, string | undefined>): FanRecord | undefined {
  if (!fan?.person?.unionIdPending) return fan;
  const { unionIdPending: _known, ...person } = fan.person;
  const unionId = unionIds.get(person.openId);
  return { ...fan, person: { ...person, ...(unionId !== undefined && { unionId }) } };
}

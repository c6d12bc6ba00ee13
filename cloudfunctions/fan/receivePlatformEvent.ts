import { readAuthorisation } from './authorisations';
import { sealGrant } from './fanKeys';
import { type OfficialAccountRecord, readAccount, readAuthorisedAccounts, writeAccount } from './officialAccounts';
import type { Platform } from './platform';
import { exchangeCode, type Grant } from './platformApi';
import { keepTicket } from './platformTokens';
import { revokeBinding } from './revokeBinding';
import { isRefused } from './weChatApi';

/** What WeChat tells our third-party platform (the part that we read), element by element. */
export type PlatformFields = Partial<Record<string, string>>;

/** What became of it: for the log. */
type Received = 'done' | 'repeated' | 'ignored' | 'anotherIsBound';

/** 61010: the code was exchanged before, or is over; 61003: the account took the authorisation back since. */
const tooLate: readonly number[] = [61010, 61003];

/**
 * Takes in what our third-party platform is told: its ticket, who authorised it, who did so again, who took that back.
 * Said twice, late and out of order it ends the same: a code is exchanged once, and what is older than the authorisation
 * that stands does not end it. Throws when WeChat does not answer us, so that it says it again.
 */
export async function receivePlatformEvent(platform: Platform, fields: PlatformFields, now: number): Promise<Received> {
  const { InfoType, ComponentVerifyTicket: ticket, AuthorizerAppid: appId } = fields;
  const at = Number(fields.CreateTime) * 1_000;
  if (!Number.isSafeInteger(at)) return 'ignored';
  switch (InfoType) {
    case 'component_verify_ticket':
      if (!ticket) return 'ignored';
      await keepTicket(ticket, at);
      return 'done';
    case 'authorized':
    case 'updateauthorized':
      return appId ? takeGrant(platform, { appId, at, fields }, now) : 'ignored';
    case 'unauthorized':
      return appId ? endGrant(appId, at, now) : 'ignored';
    default:
      return 'ignored';
  }
}

interface Told {
  appId: string;
  /** ms */
  at: number;
  fields: PlatformFields;
}

/** The shop that began it, and those that have the account already, are bound with what was granted now. */
async function takeGrant(platform: Platform, { appId, at, fields }: Told, now: number): Promise<Received> {
  const { PreAuthCode: preAuthCode = '', AuthorizationCode: code = '' } = fields;
  const [begun, bound] = await Promise.all([readAuthorisation(preAuthCode, now), readAuthorisedAccounts(appId)]);
  const shopIds = new Set([...(begun ? [begun.shopId] : []), ...bound.map(({ _id }) => _id)]);
  if (shopIds.size === 0) return 'ignored';

  const grant = await exchangeCode(platform, code, now);
  if (isRefused(grant)) {
    if (tooLate.includes(grant.errcode)) return 'repeated';
    throw new Error(`an authorisation of ${appId}: WeChat answered ${grant.errcode} ${grant.errmsg ?? ''}`);
  }
  if (grant.appId !== appId) return 'ignored';
  const outcomes = await Promise.all([...shopIds].map((shopId) => bind(shopId, grant, at, now)));
  return outcomes.includes('anotherIsBound') ? 'anotherIsBound' : 'done';
}

async function bind(shopId: string, grant: Grant, at: number, now: number): Promise<Received> {
  const known = await readAccount(shopId);
  const { appId, refreshToken, originalId } = grant;
  const isSame = known?.status === 'bound' && known.appId === appId;
  if (known?.status === 'bound' && !isSame) return 'anotherIsBound';
  const account: Omit<OfficialAccountRecord, 'version'> = {
    ...(isSame && known),
    ...{ _id: shopId, status: 'bound', by: 'platform', appId, originalId, grantedAt: at },
    boundAt: isSame ? known.boundAt : now,
    sealed: sealGrant({ refreshToken }, shopId, appId),
    sync: { dueAt: now },
  };
  delete account.trouble;
  delete account.serverCheckedAt;
  if (!(await writeAccount(known, account))) throw new Error(`the binding of ${shopId} was changed meanwhile`);
  return 'done';
}

async function endGrant(appId: string, at: number, now: number): Promise<Received> {
  const bound = await readAuthorisedAccounts(appId);
  const ended = bound.filter(({ grantedAt = 0 }) => at >= grantedAt);
  await Promise.all(ended.map((account) => revokeBinding(account, now)));
  return ended.length > 0 ? 'done' : 'repeated';
}

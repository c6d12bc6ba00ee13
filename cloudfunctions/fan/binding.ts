import type { Binding } from '../../shared/fan/contract';
import { setting } from '../_runtime/setting';
import { unseal } from './fanKeys';
import type { OfficialAccountRecord } from './officialAccounts';
import { readPlatform } from './platform';

/** A binding as its owner is told, with what they enter at WeChat. */
export function binding(account: OfficialAccountRecord | undefined): Binding {
  const offersPlatform = readPlatform() !== undefined;
  if (!account) return { status: 'unbound', offersPlatform };
  const { status, appId, boundAt, revokedAt = 0, serverCheckedAt, trouble } = account;
  const { sameEntity = false, originalId } = account;
  if (status === 'revoked') return { status, appId, revokedAt, offersPlatform };
  return {
    status,
    appId,
    boundAt,
    ...(account.by === 'platform' ? { by: 'platform' } : { by: 'credentials', server: serverOf(account) }),
    ...(serverCheckedAt !== undefined && { serverCheckedAt }),
    ...(trouble && { trouble }),
    sameEntity,
    ...(originalId !== undefined && { originalId }),
  };
}

function serverOf({ _id: shopId, appId, sealed = '' }: OfficialAccountRecord): {
  url: string;
  token: string;
  aesKey: string;
} {
  const { token, aesKey } = unseal(sealed, shopId, appId);
  return { url: `${setting('WECHAT_PUSH_URL')}?shop=${shopId}`, token, aesKey };
}

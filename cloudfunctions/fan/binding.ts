import type { Binding } from '../../shared/fan/contract';
import { setting } from '../_runtime/setting';
import { unseal } from './fanKeys';
import type { OfficialAccountRecord } from './officialAccounts';

/** A binding as its owner is told, with what they enter at WeChat. */
export function binding(account: OfficialAccountRecord | undefined): Binding {
  if (!account) return { status: 'unbound' };
  const { _id: shopId, status, appId, boundAt, sealed = '', revokedAt = 0, serverCheckedAt, trouble } = account;
  const { sameEntity = false, originalId } = account;
  if (status === 'revoked') return { status, appId, revokedAt };
  const { token, aesKey } = unseal(sealed, shopId, appId);
  return {
    status,
    appId,
    boundAt,
    server: { url: `${setting('WECHAT_PUSH_URL')}?shop=${shopId}`, token, aesKey },
    ...(serverCheckedAt !== undefined && { serverCheckedAt }),
    ...(trouble && { trouble }),
    sameEntity,
    ...(originalId !== undefined && { originalId }),
  };
}

import { canBecome } from '../../shared/fan/bindingStatus';
import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { callAccount } from './accountApi';
import { binding } from './binding';
import { type AccountSecrets, seal, unseal } from './fanKeys';
import { type OfficialAccountRecord, readAccount, writeAccount } from './officialAccounts';

/** Tries the credentials at WeChat and keeps them sealed. An account without rights is bound, too: its pushes still come. */
export const bindOfficialAccount: Handler<FanContract['bindOfficialAccount']> = async (input, { now, newId }) => {
  const { shopId, appId, appSecret } = input;
  const known = await readAccount(shopId);
  const isSame = known?.status === 'bound' && known.appId === appId;
  if (known?.status === 'bound' && !isSame) return refuse({ code: 'ANOTHER_IS_BOUND', appId: known.appId });
  if (!canBecome(known?.status ?? 'unbound', 'bound')) throw new Error(`a binding of ${shopId} cannot be made`);

  const tried = await callAccount({ appId, appSecret }, { path: 'user/get' }, now);
  const trouble = tried.ok ? undefined : tried.refusal.code;
  if (trouble === 'credentials') return refuse({ code: 'CREDENTIALS_REFUSED' });
  if (trouble === 'away' || trouble === 'quota') return refuse({ code: 'TRY_LATER' });

  const isOwn = isSame && known.by !== 'platform';
  const secrets = { ...(isOwn ? unseal(known.sealed ?? '', shopId, appId) : newServer(newId)), appSecret };
  const account: Omit<OfficialAccountRecord, 'version'> = {
    ...(isSame && known),
    _id: shopId,
    status: 'bound',
    appId,
    boundAt: isSame ? known.boundAt : now,
    sealed: seal(secrets, shopId, appId),
    sync: { dueAt: now },
  };
  delete account.trouble;
  delete account.by;
  delete account.grantedAt;
  if (trouble) account.trouble = trouble;
  if (!(await writeAccount(known, account))) throw new Error(`the binding of ${shopId} was changed meanwhile`);
  return accept(binding(await readAccount(shopId)));
};

/** What WeChat allows in them: letters and digits. */
const newServer = (newId: () => string): Omit<AccountSecrets, 'appSecret'> => ({
  token: plain(newId()),
  aesKey: plain(newId() + newId()).slice(0, 43),
});
const plain = (id: string): string => id.replaceAll('-', 'A').replaceAll('_', 'B');

import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readAccount, writeAccount } from './officialAccounts';

export const describeAccount: Handler<FanContract['describeAccount']> = async ({ shopId, sameEntity, originalId }) => {
  const account = await readAccount(shopId);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });
  const { originalId: _before, ...kept } = account;
  const described = { ...kept, sameEntity, ...(originalId !== undefined && { originalId }) };
  if (!(await writeAccount(account, described))) throw new Error(`the binding of ${shopId} was changed meanwhile`);
  return accept({});
};

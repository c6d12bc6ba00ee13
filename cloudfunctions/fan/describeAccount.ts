import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readAccount, writeAccount } from './officialAccounts';

export const describeAccount: Handler<FanContract['describeAccount']> = async ({ shopId, sameEntity, originalId }) => {
  const account = await readAccount(shopId);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });
  const { originalId: before, ...kept } = account;
  // Of an account that authorised the platform WeChat has told it; its pushes are known by it.
  const known = account.by === 'platform' ? before : originalId;
  const described = { ...kept, sameEntity, ...(known !== undefined && { originalId: known }) };
  if (!(await writeAccount(account, described))) throw new Error(`the binding of ${shopId} was changed meanwhile`);
  return accept({});
};

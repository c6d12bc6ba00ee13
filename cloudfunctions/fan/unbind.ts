import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { binding } from './binding';
import { forgetFansOf } from './forgetFansOf';
import { type OfficialAccountRecord, readAccount, writeAccount } from './officialAccounts';

/** Revokes the binding, which ends every benefit at once, and then deletes what was known of the followers. */
export const unbind: Handler<FanContract['unbind']> = async ({ shopId }, { now }) => {
  const known = await readAccount(shopId);
  if (known?.status === 'revoked') return accept(binding(known));
  if (!known) return refuse({ code: 'NOT_BOUND' });
  const { appId, boundAt } = known;
  const revoked: OfficialAccountRecord = {
    ...{ _id: shopId, version: known.version + 1, appId, boundAt },
    status: 'revoked',
    revokedAt: now,
    forgetFans: true,
  };
  if (!(await writeAccount(known, revoked))) throw new Error(`the binding of ${shopId} was changed meanwhile`);
  await forgetFansOf(revoked);
  return accept(binding(revoked));
};

import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { binding } from './binding';
import { readAccount } from './officialAccounts';
import { revokeBinding } from './revokeBinding';

export const unbind: Handler<FanContract['unbind']> = async ({ shopId }, { now }) => {
  const known = await readAccount(shopId);
  if (known?.status === 'revoked') return accept(binding(known));
  return known ? accept(binding(await revokeBinding(known, now))) : refuse({ code: 'NOT_BOUND' });
};

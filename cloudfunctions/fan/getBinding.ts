import type { FanContract } from '../../shared/fan/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { binding } from './binding';
import { readAccount } from './officialAccounts';

export const getBinding: Handler<FanContract['getBinding']> = async ({ shopId }) =>
  accept(binding(await readAccount(shopId)));

import type { FanContract } from '../../shared/fan/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readFollowState } from './readFollowState';

export const getFollowState: Handler<FanContract['getFollowState']> = async ({ shopId }, { openId, unionId }) =>
  accept({ state: await readFollowState(shopId, openId, unionId) });

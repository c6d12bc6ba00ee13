import type { FanContract } from '../../shared/fan/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readFollowBenefit } from './readFollowBenefit';

export const getFollowBenefit: Handler<FanContract['getFollowBenefit']> = async ({ shopId }) =>
  accept(await readFollowBenefit(shopId));

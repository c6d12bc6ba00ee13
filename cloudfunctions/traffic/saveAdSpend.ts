import { accept } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { putAdSpend } from './adSpends';

export const saveAdSpend: Handler<TrafficContract['saveAdSpend']> = async (spend, { openId, now }) => {
  await putAdSpend({ ...spend, savedBy: openId, savedAt: now });
  return accept({ amount: spend.amount });
};

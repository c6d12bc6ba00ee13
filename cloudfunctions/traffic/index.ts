import { trafficContract } from '../../shared/traffic/contract';
import { serve } from '../_runtime/serve';
import { getLoopReport } from './getLoopReport';
import { recordVisits } from './recordVisits';

export const main = serve('traffic', trafficContract, { recordVisits, getLoopReport });

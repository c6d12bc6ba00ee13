import { trafficContract } from '../../shared/traffic/contract';
import { serve } from '../_runtime/serve';
import { archiveChannel } from './archiveChannel';
import { getCohorts } from './getCohorts';
import { getLoopReport } from './getLoopReport';
import { listChannels } from './listChannels';
import { makeChannelCode } from './makeChannelCode';
import { makeChannelLink } from './makeChannelLink';
import { makePosterCode } from './makePosterCode';
import { openChannel } from './openChannel';
import { recordVisits } from './recordVisits';
import { saveAdSpend } from './saveAdSpend';
import { saveChannel } from './saveChannel';

export const main = serve('traffic', trafficContract, {
  recordVisits,
  getLoopReport,
  getCohorts,
  saveAdSpend,
  saveChannel,
  listChannels,
  archiveChannel,
  openChannel,
  makeChannelCode,
  makeChannelLink,
  makePosterCode,
});

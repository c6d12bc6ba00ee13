import { crmContract } from '../../shared/crm/contract';
import { serve } from '../_runtime/serve';
import { countSegment } from './countSegment';
import { findCustomers } from './findCustomers';
import { getCustomer } from './getCustomer';
import { listSegments } from './listSegments';
import { noteCustomer } from './noteCustomer';
import { removeSegment } from './removeSegment';
import { saveSegment } from './saveSegment';
import { tagCustomer } from './tagCustomer';

export const main = serve('crm', crmContract, {
  findCustomers,
  getCustomer,
  tagCustomer,
  noteCustomer,
  countSegment,
  saveSegment,
  listSegments,
  removeSegment,
});

import { crmContract } from '../../shared/crm/contract';
import { serve } from '../_runtime/serve';
import { askRestockNotice } from './askRestockNotice';
import { countSegment } from './countSegment';
import { deleteMyAccount } from './deleteMyAccount';
import { exportMyData } from './exportMyData';
import { findCustomers } from './findCustomers';
import { getCampaign } from './getCampaign';
import { getCustomer } from './getCustomer';
import { getMessagePreferences } from './getMessagePreferences';
import { getRestockNotice } from './getRestockNotice';
import { listCampaigns } from './listCampaigns';
import { listSegments } from './listSegments';
import { noteAllowed } from './noteAllowed';
import { noteCustomer } from './noteCustomer';
import { previewCampaign } from './previewCampaign';
import { removeSegment } from './removeSegment';
import { saveCampaign } from './saveCampaign';
import { saveSegment } from './saveSegment';
import { setMessagePreferences } from './setMessagePreferences';
import { startCampaign } from './startCampaign';
import { stopCampaign } from './stopCampaign';
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
  saveCampaign,
  previewCampaign,
  startCampaign,
  stopCampaign,
  listCampaigns,
  getCampaign,
  getMessagePreferences,
  setMessagePreferences,
  noteAllowed,
  getRestockNotice,
  askRestockNotice,
  exportMyData,
  deleteMyAccount,
});

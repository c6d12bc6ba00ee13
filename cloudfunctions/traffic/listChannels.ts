import { accept } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { listShopChannels } from './channels';
import { channelView } from './channelView';

const pageSize = 20;

export const listChannels: Handler<TrafficContract['listChannels']> = async ({ shopId, archived, after }) => {
  const found = await listShopChannels(shopId, archived, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ createdAt }) => createdAt);
  return accept({ channels: shown.map(channelView), ...next });
};

import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readStaff } from '../_runtime/staff';
import { readShop } from './shops';
import { readInvitation } from './staffInvitations';

export const getInvitation: Handler<ShopContract['getInvitation']> = async (input, { openId, now }) => {
  const [invitation, shop, mine] = await Promise.all([
    readInvitation(input, openId, now),
    readShop(input.shopId),
    readStaff(input.shopId, openId),
  ]);
  if (mine) return refuse({ code: 'ALREADY_STAFF', role: mine.role });
  if (!invitation || !shop) return refuse({ code: 'INVITATION_OVER' });
  return accept({ shopName: shop.name, role: invitation.role, until: invitation.until });
};

import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { staffId } from '../../shared/shop/role';
import type { Handler } from '../_runtime/serve';
import { addStaff, readStaff } from '../_runtime/staff';
import { closeInvitation, readInvitation, takeInvitation } from './staffInvitations';

export const acceptInvitation: Handler<ShopContract['acceptInvitation']> = async (input, { openId, now }) => {
  const { shopId, name } = input;
  const [invitation, mine] = await Promise.all([readInvitation(input, openId, now), readStaff(shopId, openId)]);
  if (!invitation) return refuse(mine ? { code: 'ALREADY_STAFF', role: mine.role } : { code: 'INVITATION_OVER' });
  // Who came by this very invitation, and whose answer was lost, hears the same again.
  if (mine && invitation.takenBy !== openId) return refuse({ code: 'ALREADY_STAFF', role: mine.role });

  const { role } = invitation;
  if (!invitation.takenBy && !(await takeInvitation(invitation, openId))) return refuse({ code: 'INVITATION_OVER' });
  await addStaff({ _id: staffId(shopId, openId), shopId, openId, role, name, joinedAt: now });
  await closeInvitation(invitation);
  return accept({ role });
};

import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { mostStaff, readStaffOf } from '../_runtime/staff';
import { makeInvitation } from './staffInvitations';

/** An invitation that lies about longer may meet a stranger's eye; ms. */
const lives = 86_400_000;

export const inviteStaff: Handler<ShopContract['inviteStaff']> = async (
  { shopId, invitationId, role },
  { now, newId },
) => {
  if ((await readStaffOf(shopId)).length >= mostStaff) return refuse({ code: 'SHOP_IS_FULL', most: mostStaff });
  const made = await makeInvitation(invitationId, { shopId, role, secret: newId(), until: now + lives });
  return accept({ code: `${invitationId}~${made.secret}`, role: made.role, until: made.until });
};

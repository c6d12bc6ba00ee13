import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { memberIdOf, readStaffOf } from '../_runtime/staff';

export const listStaff: Handler<ShopContract['listStaff']> = async ({ shopId }, { openId }) => {
  const staff = await readStaffOf(shopId);
  staff.sort(
    (a, b) => Number(b.role === 'owner') - Number(a.role === 'owner') || (a.joinedAt ?? 0) - (b.joinedAt ?? 0),
  );
  return accept({
    staff: staff.map((member) => ({
      memberId: memberIdOf(member),
      name: member.name ?? '',
      role: member.role,
      ...(member.joinedAt !== undefined && { joinedAt: member.joinedAt }),
      isMe: member.openId === openId,
    })),
  });
};

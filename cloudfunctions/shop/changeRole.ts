import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { memberIdOf, readStaffOf, setRole } from '../_runtime/staff';

export const changeRole: Handler<ShopContract['changeRole']> = async ({ shopId, memberId, role }) => {
  const member = (await readStaffOf(shopId)).find((each) => memberIdOf(each) === memberId);
  if (!member) return refuse({ code: 'NOT_FOUND' });
  if (member.role === 'owner') return refuse({ code: 'OWNER_STAYS' });
  await setRole(member, role);
  return accept({ memberId, role });
};

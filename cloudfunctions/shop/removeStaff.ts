import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { memberIdOf, readStaffOf, removeStaffRecord } from '../_runtime/staff';

export const removeStaff: Handler<ShopContract['removeStaff']> = async ({ shopId, memberId }) => {
  const member = (await readStaffOf(shopId)).find((each) => memberIdOf(each) === memberId);
  if (member?.role === 'owner') return refuse({ code: 'OWNER_STAYS' });
  if (member) await removeStaffRecord(member);
  return accept({ memberId });
};

import { _, db } from '../_runtime/database';

/** How many of a shop's orders need something of it, by what that is. */
export async function countNeeds(shopId: string) {
  const [ship, prepare, handOver, answer, stuckRefunds] = await Promise.all([
    count({ shopId, needs: 'ship' }),
    count({ shopId, needs: 'handOver', status: 'paid' }),
    count({ shopId, needs: 'handOver' }),
    count({ shopId, needs: 'answer' }),
    count({ shopId, needs: 'answer', 'refunds.state': _.in(['abnormal', 'closed']) }),
  ]);
  return { ship, prepare, handOver, answer, stuckRefunds };
}

async function count(wanted: object): Promise<number> {
  const { total } = await db.collection('orders').where(wanted).count();
  return total ?? 0;
}

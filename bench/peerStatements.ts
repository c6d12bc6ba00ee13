import type { CloudBase } from '../test/support/connect';

type Database = ReturnType<CloudBase['database']>;

const stock = 100;
const buyers = 500;
const atOnce = 64;

/** How a shop takes one piece of stock; answers whether the buyer was told that they have it. */
type Take = (db: Database, skuId: string, buyer: number) => Promise<boolean>;

/** Stock statements as widely used shops have (or had) them, told from their public defects, and ours. */
const statements: Record<string, Take> = {
  'read, then set': async (db, skuId) => {
    const { data } = await db.collection('benchStock').doc(skuId).get();
    if (data[0].stock < 1) return false;
    await db
      .collection('benchStock')
      .doc(skuId)
      .update({ stock: data[0].stock - 1 });
    return true;
  },
  'read, then decrement': async (db, skuId) => {
    const { data } = await db.collection('benchStock').doc(skuId).get();
    if (data[0].stock < 1) return false;
    await db
      .collection('benchStock')
      .doc(skuId)
      .update({ stock: db.command.inc(-1) });
    return true;
  },
  'count allocations, then add one': async (db, skuId, buyer) => {
    const { total = 0 } = await db.collection('benchAllocations').where({ skuId }).count();
    if (total >= stock) return false;
    await db.collection('benchAllocations').add({ _id: `${skuId}-${buyer}`, skuId });
    return true;
  },
  'charge first, cap the allocation': async (db, skuId) => {
    // The cap keeps the count right and the money wrong: everybody whose charge went through was told yes.
    const { data } = await db.collection('benchStock').doc(skuId).get();
    if (data[0].stock < 1) return false;
    await db
      .collection('benchStock')
      .where({ _id: skuId, stock: db.command.gte(1) })
      .update({ stock: db.command.inc(-1) });
    return true;
  },
  'ours: one conditional update': async (db, skuId) => {
    const wanted = { _id: skuId, stock: db.command.gte(1) };
    const { updated } = await db
      .collection('benchStock')
      .where(wanted)
      .update({ stock: db.command.inc(-1) });
    return updated === 1;
  },
};

/** 500 buyers on 100 pieces, 64 at once, by each statement on the same database: how many were told that they have one. */
export async function replayPeers(cloudbase: CloudBase): Promise<void> {
  const db = cloudbase.database();
  await Promise.all(['benchStock', 'benchAllocations'].map((name) => db.createCollection(name)));
  console.log(`\n${buyers} buyers on ${stock} pieces, ${atOnce} at once         told yes   stock left`);
  for (const [index, [name, take]] of Object.entries(statements).entries()) {
    const skuId = `bench-${index}`;
    await db.collection('benchStock').add({ _id: skuId, stock });
    const sold = await sell(take, db, skuId);
    const { data } = await db.collection('benchStock').doc(skuId).get();
    const verdict = sold === stock ? 'holds' : `oversold by ${sold - stock}`;
    console.log(`${name.padEnd(40)}${String(sold).padStart(9)}${String(data[0].stock).padStart(13)}   ${verdict}`);
    if (name.startsWith('ours') && sold !== stock) throw new Error(`ours sold ${sold} of ${stock}`);
  }
}

async function sell(take: Take, db: Database, skuId: string): Promise<number> {
  let sold = 0;
  const waiting = Array.from({ length: buyers }, (_none, buyer) => buyer);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let buyer = waiting.shift(); buyer !== undefined; buyer = waiting.shift()) {
        if (await take(db, skuId, buyer)) sold += 1;
      }
    }),
  );
  return sold;
}

import fc from 'fast-check';
import type { StockDeed } from '../../miniprogram/src/features/shop/stock/StockDeed';
import { type StockPhone, StockQueue, type StockReply } from '../../miniprogram/src/features/shop/stock/StockQueue';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { sellers } from '../support/world/people';

/** The seller's queue against the real functions, over a signal that loses, repeats and delays what goes over it. */
let storefront: Storefront;
let clerk: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  clerk = await storefront.as(sellers.clerk);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
type Mishap = 'none' | 'notSent' | 'answerLost' | 'twice' | 'late';

class BadSignal implements StockPhone {
  lines: readonly string[] = [];
  mishap: Mishap = 'none';
  /** Copies that arrive only later, in another order. */
  late: StockDeed[] = [];

  kept = () => this.lines;
  keep = async (lines: readonly string[]) => {
    this.lines = lines;
  };
  send = async (deed: StockDeed): Promise<StockReply> => {
    if (this.mishap === 'notSent') throw new Error('no signal');
    if (this.mishap === 'late') {
      this.late.push(deed);
      throw new Error('no answer in time');
    }
    if (this.mishap === 'twice') await Promise.all([tell(deed), tell(deed)]);
    const reply = await tell(deed);
    if (this.mishap === 'answerLost') throw new Error('no answer');
    return reply;
  };
}

async function tell(deed: StockDeed): Promise<StockReply> {
  const { moveId, skuId } = deed;
  if (deed.kind === 'undo') return (await clerk.call('shop.undoAdjustment', { shopId, moveId })) as StockReply;
  if (deed.kind === 'count') {
    const { counted, expected } = deed;
    return (await clerk.call('shop.bookCount', { shopId, moveId, skuId, counted, expected })) as StockReply;
  }
  const { delta, reason, note } = deed;
  return (await clerk.call('shop.adjustStock', { shopId, moveId, skuId, delta, reason, note })) as StockReply;
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 6 }).filter((delta) => delta !== 0) },
  { weight: 2, arbitrary: fc.constant('send' as const) },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'restart' as const, 'arrive' as const) },
  { weight: 2, arbitrary: fc.constantFrom<Mishap>('none', 'notSent', 'answerLost', 'twice', 'late') },
);

test('over a bad signal, the stock and its ledger are what was done, each once', async () => {
  const skuId = 'millet-qinzhou-1';
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      run += 1;
      const before = (await stockBooks(storefront.cloudbase, skuId)).sku.stock;
      const phone = new BadSignal();
      let queue = new StockQueue(phone);
      const standing = new Map<string, Extract<StockDeed, { kind: 'adjust' }>>();
      for (const [index, each] of steps.entries()) {
        if (typeof each === 'number') {
          const moveId = `queue-${run}-${index}`;
          const about = { shopId, moveId, skuId, name: '小米' };
          const deed = { kind: 'adjust', ...about, delta: each, reason: 'other', note: '' } as const;
          await queue.add(deed);
          standing.set(moveId, deed);
        } else if (each === 'send') await queue.send();
        else if (each === 'restart') queue = new StockQueue(phone);
        else if (each === 'arrive') await Promise.all(phone.late.splice(0).reverse().map(tell));
        else if (each === 'undo') {
          const [last] = [...standing.values()].slice(-1);
          if (last) await queue.undo(last);
          if (last) standing.delete(last.moveId);
        } else phone.mishap = each;
      }
      phone.mishap = 'none';
      await queue.send();
      await Promise.all(phone.late.reverse().map(tell));

      expect(queue.read()).toEqual({ waiting: [], conflicts: [] });
      const reference = [...standing.values()].reduce((sum, { delta }) => sum + delta, before);
      const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
      expect([sku.stock, adjusted]).toEqual([reference, reference]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

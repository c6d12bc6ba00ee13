import fc from 'fast-check';
import { type Adjusting, keyOf, type StockDeed } from './StockDeed';
import { type StockPhone, StockQueue, type StockReply } from './StockQueue';

type Mishap = 'none' | 'notSent' | 'answerLost' | 'late' | 'full';

/** The shop's books of one SKU, as `shop/stock.ts` keeps them: each id once, never below zero. */
class Ledger {
  stock = 20;
  readonly booked = new Map<string, number>();

  take(deed: StockDeed): StockReply {
    const key = keyOf(deed);
    if (this.booked.has(key)) return { ok: true, value: { stock: this.stock } };
    const undone = this.booked.get(deed.moveId);
    if (deed.kind === 'undo' && undone === undefined) return { ok: false, refusal: { code: 'NOT_FOUND' } };
    const delta = deed.kind === 'undo' ? -(undone ?? 0) : (deed as Adjusting).delta;
    if (this.stock + delta < 0) return { ok: false, refusal: { code: 'NOT_ENOUGH_STOCK', stock: this.stock } };
    this.stock += delta;
    this.booked.set(key, delta);
    return { ok: true, value: { stock: this.stock } };
  }
}

/** A phone with a bad signal: what it sends gets lost, or arrives while the answer does not, or arrives again much later. */
class World implements StockPhone {
  lines: readonly string[] = [];
  mishap: Mishap = 'none';
  readonly ledger = new Ledger();
  readonly order: string[] = [];
  /** Copies that are still under way. */
  readonly late: StockDeed[] = [];

  kept = () => this.lines;
  keep = async (lines: readonly string[]) => {
    if (this.mishap === 'full') throw new Error('the phone is full');
    this.lines = lines;
  };
  send = async (deed: StockDeed): Promise<StockReply> => {
    if (this.mishap === 'notSent') throw new Error('no signal');
    if (this.mishap === 'late') {
      this.late.push(deed);
      throw new Error('no answer in time');
    }
    if (!this.ledger.booked.has(keyOf(deed))) this.order.push(keyOf(deed));
    const reply = this.ledger.take(deed);
    if (this.mishap === 'answerLost') throw new Error('no answer');
    return reply;
  };
}

const deedOf = (number: number, delta: number): Adjusting => ({
  ...{ kind: 'adjust', shopId: 'jinmei', moveId: `move-${number}`, skuId: 'vinegar-1', name: '老陈醋' },
  ...{ delta, reason: 'other', note: '' },
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ delta: fc.integer({ min: -9, max: 9 }).filter((delta) => delta !== 0) }) },
  { weight: 4, arbitrary: fc.constant('send' as const) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
  { weight: 1, arbitrary: fc.constant('arrives' as const) },
  { weight: 3, arbitrary: fc.constantFrom<Mishap>('none', 'notSent', 'answerLost', 'late', 'full') },
);

test('whatever is lost, repeated, late or restarted: the shop books what was done, once each, or says why not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const world = new World();
      let queue = new StockQueue(world);
      const done: Adjusting[] = [];
      const undone = new Set<string>();
      for (const each of steps) {
        if (each === 'send') await queue.send();
        else if (each === 'restart') queue = new StockQueue(world);
        else if (each === 'arrives') {
          // No network holds a request until its own repeat was refused (ADR 0017).
          const deed = world.late.pop();
          if (deed && !isRefused(queue, deed)) world.ledger.take(deed);
        } else if (typeof each === 'string') world.mishap = each;
        else if ('undo' in each) {
          const deed = done[each.undo];
          if (deed && (await queue.undo(deed).then(accepted, refused))) undone.add(deed.moveId);
        } else {
          const deed = deedOf(done.length, each.delta);
          if (await queue.add(deed).then(accepted, refused)) done.push(deed);
        }
      }
      world.mishap = 'none';
      await queue.send();
      for (const deed of world.late) if (!isRefused(queue, deed)) world.ledger.take(deed);

      const { waiting, conflicts } = queue.read();
      expect(waiting).toEqual([]);
      const open = new Set(conflicts.map(({ deed }) => keyOf(deed)));
      const { booked, stock } = world.ledger;
      // Each deed stands, or is undone, or lies before a person; nothing else is in the books.
      for (const { moveId, delta } of done) {
        const back = booked.get(`undo-${moveId}`) ?? 0;
        if (undone.has(moveId)) expect((booked.get(moveId) ?? 0) + back).toBe(owed(open, moveId, booked));
        else expect(booked.get(moveId)).toBe(open.has(moveId) ? undefined : delta);
      }
      expect(stock).toBe([...booked.values()].reduce((sum, delta) => sum + delta, 20));
      expect([...booked.keys()].every((key) => done.some(({ moveId }) => key.endsWith(moveId)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const isRefused = (queue: StockQueue, deed: StockDeed): boolean =>
  queue.read().conflicts.some((conflict) => keyOf(conflict.deed) === keyOf(deed));
const accepted = (): boolean => true;
const refused = (): boolean => false;
/** What stays booked of a deed that was taken back: nothing, unless taking it back lies before a person. */
const owed = (open: ReadonlySet<string>, moveId: string, booked: ReadonlyMap<string, number>): number =>
  open.has(`undo-${moveId}`) ? (booked.get(moveId) ?? 0) : 0;

test('deeds arrive in their order, also over a restart', async () => {
  const world = new World();
  world.mishap = 'notSent';
  const before = new StockQueue(world);
  await before.add(deedOf(1, 5));
  await before.add(deedOf(2, -22), deedOf(3, 1));
  expect(await before.send()).toEqual([]);

  world.mishap = 'none';
  const queue = new StockQueue(world);
  await Promise.all([queue.send(), queue.send()]);
  expect(world.order).toEqual(['move-1', 'move-2', 'move-3']);
  expect(world.ledger.stock).toBe(4);
  expect(world.lines).toEqual([]);
});

test('what was never sent is taken back on the phone; what may have arrived, at the shop', async () => {
  const world = new World();
  const queue = new StockQueue(world);
  await queue.add(deedOf(1, 5));
  await queue.undo(deedOf(1, 5));
  expect(queue.read().waiting).toEqual([]);

  world.mishap = 'answerLost';
  await queue.add(deedOf(2, 5));
  await queue.send();
  await queue.undo(deedOf(2, 5));
  await queue.undo(deedOf(2, 5));
  expect(queue.read().waiting.map(keyOf)).toEqual(['move-2', 'undo-move-2']);
  world.mishap = 'none';
  await queue.send();
  expect(world.ledger.stock).toBe(20);
});

test('what the shop refuses waits for a person, and what they do instead takes its place', async () => {
  const world = new World();
  const queue = new StockQueue(world);
  const heard: number[] = [];
  const stop = queue.subscribe(() => heard.push(queue.read().conflicts.length));
  await queue.add(deedOf(1, -25), deedOf(2, 1));
  const settled = await queue.send();
  expect(settled.map(({ reply }) => reply.ok)).toEqual([false, true]);
  const [conflict] = queue.read().conflicts;
  expect(conflict).toMatchObject({ deed: { moveId: 'move-1' }, refusal: { code: 'NOT_ENOUGH_STOCK', stock: 20 } });
  if (!conflict) throw new Error('there is none');
  expect(new StockQueue(world).read().conflicts).toEqual([conflict]);

  await queue.settle(conflict, deedOf(3, -21));
  expect(queue.read().conflicts).toEqual([]);
  await queue.send();
  expect(world.ledger.stock).toBe(0);
  expect(heard).toContain(1);
  stop();
});

test('a deed that was refused and taken back needs nobody', async () => {
  const world = new World();
  const queue = new StockQueue(world);
  await queue.add(deedOf(1, -25));
  world.mishap = 'notSent';
  await queue.send();
  await queue.undo(deedOf(1, -25));
  world.mishap = 'none';
  await queue.send();
  expect(queue.read()).toEqual({ waiting: [], conflicts: [] });
});

test('a phone that is full says so, and what it could not keep did not happen', async () => {
  const world = new World();
  world.mishap = 'full';
  const queue = new StockQueue(world);
  await expect(queue.add(deedOf(1, 5))).rejects.toThrow('full');
  expect(queue.read().waiting).toEqual([]);
  world.mishap = 'none';
  await queue.add(deedOf(2, 5));
  await queue.send();
  expect(world.ledger.stock).toBe(25);
});

test('what is no line at all is left out', () => {
  const world = new World();
  world.lines = ['', '{', 'null', '7', '{"deed":{}}', JSON.stringify({ deed: deedOf(1, 5) })];
  expect(new StockQueue(world).read().waiting).toEqual([deedOf(1, 5)]);
});

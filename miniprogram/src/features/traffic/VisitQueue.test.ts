import { creditedFor } from '@shared/traffic/touch';
import fc from 'fast-check';
import { type NotedVisit, type SentVisit, type VisitPhone, VisitQueue } from './VisitQueue';

type Mishap = 'none' | 'refused' | 'notSent' | 'answerLost';

/** A phone that keeps lines, and a shop that notes each visit once. */
class World implements VisitPhone {
  clock = 1_000_000;
  lines: readonly string[] = [];
  mishap: Mishap = 'none';
  readonly noted = new Map<string, { visit: SentVisit; at: number }>();
  readonly batches: number[] = [];

  now = () => this.clock;
  kept = () => this.lines;
  keep = (lines: readonly string[]) => {
    this.lines = lines;
  };
  send = async (visits: SentVisit[]): Promise<boolean> => {
    if (this.mishap === 'notSent') throw new Error('no signal');
    if (this.mishap === 'refused') return false;
    this.batches.push(visits.length);
    for (const visit of visits) {
      if (!this.noted.has(visit.visitId)) this.noted.set(visit.visitId, { visit, at: this.clock - visit.age });
    }
    if (this.mishap === 'answerLost') throw new Error('no answer');
    return true;
  };
}

const visitOf = (number: number): NotedVisit => ({ visitId: `visit-${number}`, shopId: 'jinmei', kind: 'product' });

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant('note' as const) },
  { weight: 3, arbitrary: fc.constant('send' as const) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
  { weight: 2, arbitrary: fc.constantFrom<Mishap>('none', 'refused', 'notSent', 'answerLost') },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3_600_000 }) },
);

test('whatever is lost, repeated or restarted, each visit is noted once, at its moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const world = new World();
      let queue = new VisitQueue(world);
      const done: { visitId: string; at: number }[] = [];
      for (const each of steps) {
        if (each === 'note') {
          const visit = visitOf(done.length);
          done.push({ visitId: visit.visitId, at: world.clock });
          queue.note(visit);
          world.clock += 1;
        } else if (each === 'send') await queue.send();
        else if (each === 'restart') queue = new VisitQueue(world);
        else if (typeof each === 'number') world.clock += each;
        else world.mishap = each;
      }
      world.mishap = 'none';
      await queue.send();
      expect([...world.noted].map(([visitId, { at }]) => ({ visitId, at }))).toEqual(done);
      expect(world.lines).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('at most twenty go at once, at most a hundred are kept, and none that is too old', async () => {
  const world = new World();
  const queue = new VisitQueue(world);
  queue.note(visitOf(0));
  world.clock += creditedFor;
  for (let number = 1; number <= 120; number += 1) queue.note(visitOf(number));
  expect(world.lines).toHaveLength(100);
  await queue.send();
  expect(world.batches).toEqual([20, 20, 20, 20, 20]);
  expect([...world.noted.keys()][0]).toBe('visit-21');

  queue.note(visitOf(200));
  world.clock += creditedFor;
  await queue.send();
  expect(world.noted.has('visit-200')).toBe(false);
  expect(world.lines).toEqual([]);
});

test('a clock that was set back makes no visit of the future; two sends at once are one', async () => {
  const world = new World();
  const queue = new VisitQueue(world);
  queue.note(visitOf(1));
  world.clock -= 5_000;
  await Promise.all([queue.send(), queue.send()]);
  expect(world.noted.get('visit-1')?.visit.age).toBe(0);
  expect(world.batches).toEqual([1]);
});

test('lines of another version, and what is no line at all, are left out', () => {
  const world = new World();
  world.lines = ['', '{', 'null', '7', '{"visit":{}}', JSON.stringify({ visit: visitOf(1), at: 5 })];
  expect(new VisitQueue(world)).toHaveLength(1);
});

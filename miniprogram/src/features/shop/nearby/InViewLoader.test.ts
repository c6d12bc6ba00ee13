import type { Rectangle } from '@shared/kernel/geo';
import { type Features, type InView, InViewLoader } from './InViewLoader';

const cluster = { cellId: '10-1-1', count: 9, centre: { longitude: 112, latitude: 37 } };
const clustered = { total: 9, shops: [], clusters: [{ ...cluster, trades: [], sample: { shopId: 's', name: '' } }] };
const single: Features = { total: 0, shops: [], clusters: [] };

/** A view of the usual width that begins so far east. */
const view = (west: number, width = 1): Rectangle => ({ west, south: 37, east: west + width, north: 37 + width });

interface Question {
  area: Rectangle;
  answer(features: Features): Promise<void>;
  fail(): Promise<void>;
}

function start() {
  const questions: Question[] = [];
  const told: InView[] = [];
  const ask = (area: Rectangle) =>
    new Promise<Features>((resolve, reject) => {
      questions.push({
        area,
        answer: (features) => settled(() => resolve(features)),
        fail: () => settled(() => reject(new Error('offline'))),
      });
    });
  const loader = new InViewLoader(ask, (inView) => told.push(inView));
  const lookAt = (seen: Rectangle) => {
    loader.look(seen);
    jest.runAllTimers();
  };
  const asked = (index: number): Question => {
    const question = questions[index];
    if (!question) throw new Error(`only ${questions.length} questions were asked`);
    return question;
  };
  return { loader, lookAt, asked, told, questions };
}

async function settled(settle: () => void): Promise<void> {
  settle();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick'] }));
afterEach(() => void jest.useRealTimers());

test('a move inside the loaded area asks nothing; one out of it asks once, with a margin', async () => {
  const { lookAt, asked, questions, told } = start();
  lookAt(view(112));
  expect(asked(0).area).toEqual({
    west: expect.closeTo(111.7),
    south: expect.closeTo(36.7),
    east: expect.closeTo(113.3),
    north: expect.closeTo(38.3),
  });
  await asked(0).answer(clustered);
  lookAt(view(112.2));
  expect(questions).toHaveLength(1);
  lookAt(view(112.6));
  expect(questions).toHaveLength(2);
  expect(told.at(-1)).toEqual({ features: clustered, state: 'loading' });
});

test('it asks when the map lies still, not on the way', () => {
  const { loader, questions } = start();
  for (const west of [112, 114, 116]) {
    loader.look(view(west));
    jest.advanceTimersByTime(100);
  }
  expect(questions).toHaveLength(0);
  jest.advanceTimersByTime(100);
  expect(questions.map(({ area }) => area.west)).toEqual([expect.closeTo(115.7)]);
});

test('an answer to what is no longer looked at is dropped; one that still serves is waited for', async () => {
  const { lookAt, asked, questions, told } = start();
  lookAt(view(112));
  lookAt(view(112.2));
  expect(questions).toHaveLength(1);
  lookAt(view(120));
  await asked(0).answer(single);
  expect(told.at(-1)?.features).toBeUndefined();
  await asked(1).answer(clustered);
  expect(told.at(-1)).toEqual({ features: clustered, state: 'ready' });
});

test('coming nearer asks for finer clusters, but not where all shops are known; going back asks nothing', async () => {
  const { lookAt, asked, questions } = start();
  lookAt(view(112));
  await asked(0).answer(clustered);
  lookAt(view(112.2, 0.5));
  expect(questions).toHaveLength(2);
  await asked(1).answer(single);
  lookAt(view(112.3, 0.01));
  lookAt(view(112));
  expect(questions).toHaveLength(2);
});

test('a failure is told and keeps what was there; a refresh asks again', async () => {
  const { loader, lookAt, asked, told, questions } = start();
  lookAt(view(112));
  await asked(0).answer(single);
  lookAt(view(120));
  await asked(1).fail();
  expect(told.at(-1)).toEqual({ features: single, state: 'failed' });
  loader.refresh();
  await asked(2).answer(clustered);
  expect(told.at(-1)).toEqual({ features: clustered, state: 'ready' });
  expect(questions).toHaveLength(3);
});

test('whoever left hears nothing more', async () => {
  const { loader, lookAt, asked, told } = start();
  lookAt(view(112));
  loader.stop();
  await asked(0).answer(single);
  expect(told.at(-1)?.state).toBe('loading');
});

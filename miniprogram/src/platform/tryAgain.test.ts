import { FunctionFault, NetworkFault } from './faults';
import { tryAgain } from './tryAgain';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work that fails so often, and how often it was tried. */
function failing(times: number, fault: Error, takes = 0) {
  const tries = { count: 0 };
  const work = async () => {
    tries.count += 1;
    const nth = tries.count;
    await new Promise((resolve) => setTimeout(resolve, takes));
    if (nth <= times) throw fault;
    return `try ${nth}`;
  };
  return { tries, work };
}
const offline = new NetworkFault('offline');

test('what the network loses twice arrives at the third try', async () => {
  const answer = tryAgain(failing(2, offline).work);
  await jest.runAllTimersAsync();
  await expect(answer).resolves.toBe('try 3');
});

test('after three tries the fault is told', async () => {
  const { tries, work } = failing(9, offline);
  const answer = expect(tryAgain(work)).rejects.toBe(offline);
  await jest.runAllTimersAsync();
  await answer;
  expect(tries.count).toBe(3);
});

test('whoever waited for two answers that never came does not wait for a third', async () => {
  const { tries, work } = failing(9, offline, 10_000);
  const answer = expect(tryAgain(work)).rejects.toBe(offline);
  await jest.runAllTimersAsync();
  await answer;
  expect(tries.count).toBe(2);
});

test('a function that failed is not asked again', async () => {
  const { tries, work } = failing(9, new FunctionFault('broken', 'r-1'));
  const answer = expect(tryAgain(work)).rejects.toThrow('broken');
  await jest.runAllTimersAsync();
  await answer;
  expect(tries.count).toBe(1);
});

import { NetworkFault } from './faults';
import { withinTime } from './withinTime';

test('work that is done in time settles as it does', async () => {
  await expect(withinTime(Promise.resolve('answer'), 50)).resolves.toBe('answer');
  await expect(withinTime(Promise.reject(new Error('no')), 50)).rejects.toThrow('no');
});

test('work that takes too long is a network fault', async () => {
  await expect(withinTime(new Promise(() => {}), 5)).rejects.toBeInstanceOf(NetworkFault);
});

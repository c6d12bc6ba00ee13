import { killSoak } from './killSoak';

test.each([
  'SIGKILL',
  'SIGTERM',
  'SIGINT',
] as const)('on %s in a stream of writes and transactions nothing acknowledged is lost and no money moves', async (signal) => {
  const kills = signal === 'SIGKILL' ? 3 : 1;
  const seen = await killSoak({ kills, signal, documents: 0, writesBetween: 200 });
  expect(seen.broken).toEqual([]);
  expect(seen.inserts + seen.updates + seen.transfers).toBeGreaterThanOrEqual(kills * 200);
  expect(seen.transfers).toBeGreaterThan(0);
});

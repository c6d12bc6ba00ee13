import { type Findings, findAlarms } from './findAlarms';

const now = Date.parse('2026-11-23T12:00:00Z');
const minute = 60_000;
const well: Findings = {
  now,
  heartbeats: [
    { _id: 'timers', at: now - minute, failed: [] },
    { _id: 'people', at: now - minute, failed: [] },
    { _id: 'upkeep', at: now - 100 * minute, failed: [] },
  ],
  overdue: 0,
  daysThatDiffer: [],
};

test('all is well', () => expect(findAlarms(well)).toEqual([]));

test('a timer that is silent, or never ran', () => {
  const [timers, ...others] = well.heartbeats;
  expect(findAlarms({ ...well, heartbeats: others })).toEqual([{ is: 'timerLate', about: 'timers' }]);
  const silent = { _id: 'timers', at: now - 4 * minute, failed: [] };
  expect(timers && findAlarms({ ...well, heartbeats: [silent, ...others] })).toEqual([
    { is: 'timerLate', about: 'timers' },
  ]);
});

test('a chore that fails, orders that nobody moves, a bill that differs', () => {
  const failing = well.heartbeats.map((each) => (each._id === 'timers' ? { ...each, failed: ['moveOrders'] } : each));
  const findings = { ...well, heartbeats: failing, overdue: 2, daysThatDiffer: ['2026-11-22'] };
  expect(findAlarms(findings)).toEqual([
    { is: 'choreFails', about: 'timers.moveOrders' },
    { is: 'ordersOverdue', about: '2' },
    { is: 'moneyDiffers', about: '2026-11-22' },
  ]);
});

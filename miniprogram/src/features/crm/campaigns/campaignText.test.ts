import { oneDay, startOf } from '@shared/kernel/chinaTime';
import { beginsAt, stageText } from './campaignText';

const midnight = startOf('2026-11-22');
const hour = 3_600_000;
const campaign = { status: 'sending', looked: 0, startAt: 0, window: { from: '09:00', to: '21:00' } } as const;

test('a campaign begins at its time, within its window, and then it is sending', () => {
  expect(beginsAt(campaign, midnight + 10 * hour)).toBeUndefined();
  expect(beginsAt(campaign, midnight + 22 * hour)).toBe(midnight + oneDay + 9 * hour);
  const planned = { ...campaign, startAt: midnight + 2 * oneDay };
  expect(beginsAt(planned, midnight)).toBe(midnight + 2 * oneDay + 9 * hour);
  expect(stageText(planned, midnight)).toBe('待开始');
  expect(stageText({ ...planned, looked: 100 }, midnight)).toBe('发送中');
  expect(stageText({ ...planned, status: 'stopped' }, midnight)).toBe('已停止');
});

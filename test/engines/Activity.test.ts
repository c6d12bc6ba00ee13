import { Activity } from './Activity';

test('idle comes after everything that is under way, and after what that begins', async () => {
  const activity = new Activity();
  const seen: string[] = [];
  activity.setTimeout(() => {
    seen.push('first');
    activity.setTimeout(() => seen.push('second'), 5);
  }, 10);
  await activity.idle();
  expect(seen).toEqual(['first', 'second']);
});

test('idle does not wait for a message that fades, nor for a timer that was cleared', async () => {
  const activity = new Activity(50);
  const fading = activity.setTimeout(() => undefined, 60_000);
  activity.clearTimeout(activity.setTimeout(() => undefined, 199));
  await activity.idle();
  activity.clearTimeout(fading);
});

test('what never ends is named', async () => {
  const activity = new Activity(20);
  activity.begin('cloud.callFunction');
  await expect(activity.idle()).rejects.toThrow('not idle after 20 ms: cloud.callFunction');
});

test('when the clock moves on, what is due by then happens in order, and the rest sooner', async () => {
  const activity = new Activity();
  const seen: string[] = [];
  activity.setTimeout(() => seen.push('last'), 60_200);
  activity.setTimeout(() => {
    seen.push('first');
    activity.setTimeout(() => seen.push('second'), 1_000);
  }, 3_000);
  const cleared = activity.setTimeout(() => seen.push('never'), 2_000);
  activity.clearTimeout(cleared);
  await activity.pass(60_000);
  expect(seen).toEqual(['first', 'second']);
  await activity.pass(200);
  expect(seen).toEqual(['first', 'second', 'last']);
});

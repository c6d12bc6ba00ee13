import { byId } from './dom.js';
import { ask } from './door.js';
import { durationText, momentText } from './format.js';

/** People by openId, and how far the emulator's clock is ahead of this machine's. */
let names = new Map();
let clockAheadMs = 0;

/** Reads who there is and what time it is, and shows it at the top. */
export async function readSurroundings() {
  const [clock, { people, actingAs }] = await Promise.all([ask('clock'), ask('people')]);
  names = new Map(people.map(({ openId, name }) => [openId, name]));
  clockAheadMs = clock.now - Date.now();
  const ahead = clock.offsetMs > 0 ? `时钟已拨快 ${durationText(clock.offsetMs)}` : '';
  byId('top-status').textContent = [names.has(actingAs) ? `正在扮演 ${names.get(actingAs)}` : '', ahead]
    .filter(Boolean)
    .join(' · ');
  showTime();
}

/** Shows the emulator's time wherever it stands. */
export function showTime() {
  const now = momentText(Date.now() + clockAheadMs);
  byId('top-clock').textContent = now;
  const large = byId('large-clock');
  if (large) large.textContent = now;
}

/** Somebody's name, or the openId of somebody unknown. */
export function personName(openId) {
  return names.get(openId) ?? openId;
}

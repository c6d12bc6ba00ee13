/**
 * The console at `/_emulator`. It keeps nothing of its own: each section asks the door, and draws anew when the answer
 * has changed. Plain JavaScript modules: they are served as they are.
 */
import { changed } from './act.js';
import { byId, make } from './dom.js';
import { chosenSection } from './sectionAddress.js';
import { accounts } from './sections/accounts.js';
import { calls } from './sections/calls.js';
import { clock } from './sections/clock.js';
import { data } from './sections/data.js';
import { log } from './sections/log.js';
import { messages } from './sections/messages.js';
import { pay } from './sections/pay.js';
import { people } from './sections/people.js';
import { snapshots } from './sections/snapshots.js';
import { storage } from './sections/storage.js';
import { timers } from './sections/timers.js';
import { readSurroundings, showTime } from './surroundings.js';

const refreshMs = 2000;
const groups = {
  云开发: { data, storage, calls, log, timers },
  微信: { people, accounts, messages, pay },
  环境: { clock, snapshots },
};
const sections = Object.assign({}, ...Object.values(groups));

let paused = false;
let refresh = async () => {};
let refreshing = false;

start();

function start() {
  for (const [title, members] of Object.entries(groups)) byId('sections').append(navigationGroup(title, members));
  byId('pause').addEventListener('click', () => pause(!paused));
  addEventListener('hashchange', openSection);
  addEventListener(changed, () => void refreshAll());
  setInterval(showTime, 1000);
  setInterval(() => {
    if (!paused && !document.hidden) void refreshAll();
  }, refreshMs);
  openSection();
}

function navigationGroup(title, members) {
  const group = make('div', { class: 'group', role: 'group', 'aria-label': title });
  group.append(make('p', { class: 'group-title', 'aria-hidden': 'true' }, title));
  for (const [key, section] of Object.entries(members)) {
    group.append(make('a', { href: `#${key}`, id: `nav-${key}` }, section.title));
  }
  return group;
}

function pause(yes) {
  paused = yes;
  byId('pause').setAttribute('aria-pressed', String(yes));
  byId('pause').textContent = yes ? '继续刷新' : '暂停刷新';
  if (!yes) void refreshAll();
}

function openSection() {
  const key = chosenSection();
  const name = Object.hasOwn(sections, key) ? key : 'data';
  for (const link of byId('sections').querySelectorAll('a')) link.removeAttribute('aria-current');
  byId(`nav-${name}`).setAttribute('aria-current', 'page');
  byId(`nav-${name}`).scrollIntoView({ block: 'nearest', inline: 'center' });
  document.title = `${sections[name].title} · 模拟器控制台`;
  const body = make('section', { 'aria-label': sections[name].title });
  body.append(make('h2', {}, sections[name].title), make('p', { class: 'note' }, sections[name].note));
  byId('main').replaceChildren(body);
  refresh = sections[name].open(body);
  refreshing = false;
  void refreshAll();
}

async function refreshAll() {
  if (refreshing) return;
  refreshing = true;
  const current = refresh;
  try {
    await readSurroundings();
    await current();
  } catch (error) {
    byId('top-status').textContent = `连不上模拟器，正在重试：${error.message}`;
  } finally {
    // Another section may have been opened meanwhile, and begun its own.
    if (current === refresh) refreshing = false;
  }
}

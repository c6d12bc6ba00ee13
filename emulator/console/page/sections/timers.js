import { act } from '../act.js';
import { button, drawer, make, orEmpty } from '../dom.js';
import { ask } from '../door.js';
import { momentText } from '../format.js';
import { jsonView } from '../json.js';

const note = '按 cloudbaserc.json 的七段 cron（北京时间）自己运行。';

/** Timers: when they run next, and running one now. */
export const timers = { title: '定时任务', note, open };

function open(body) {
  const list = make('div', { class: 'card rows', id: 'timers' });
  const result = make('div', { id: 'timer-result', 'aria-live': 'polite' });
  body.append(list, result);
  const draw = drawer(list, (answer) => {
    const views = answer.timers.map((timer) => timerView(timer, result));
    return orEmpty(views, '没有声明定时任务', '在 cloudbaserc.json 里给云函数加 triggers');
  });
  return async () => draw(await ask('timers'));
}

function timerView({ function: name, name: title, config, next, running }, result) {
  const runNow = async () => {
    const answer = await ask('runTimer', { function: name });
    const card = make('div', { class: 'card' });
    card.append(jsonView(answer));
    result.replaceChildren(make('h3', {}, `${name} 的结果`), card);
    return `${name} 已运行`;
  };
  const coming = running ? '正在运行' : next === undefined ? '不再运行' : `下次 ${momentText(next)}`;
  const view = make('div', { class: 'row timer' });
  view.append(
    make('b', { class: 'what' }, `${name} · ${title}`),
    make('span', { class: 'mono soft' }, config),
    make('span', { class: 'next' }, coming),
    button('立即运行', () => act(runNow), { id: `run-${name}` }),
  );
  return view;
}

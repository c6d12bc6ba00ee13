import { callerText, databaseCallText, nameOfCall, planText, slowCallMs, slowDatabaseMs } from '../callParts.js';
import { button, drawer, filterLine, includes, make, orEmpty, remember, tag } from '../dom.js';
import { ask } from '../door.js';
import { momentText, msText } from '../format.js';

const note = `云函数最近的调用，点开看数据库请求的时间线。标“慢”的：调用 ≥ ${slowCallMs} 毫秒，数据库请求 ≥ ${slowDatabaseMs} 毫秒。`;
const mostShown = 100;

/** The last invocations, with their database requests on a time line. */
export const calls = { title: '调用', note, open };

function open(body) {
  const { filter, line } = filterLine('call-filter', '筛选调用', '筛选：操作名、人、结果、请求号');
  const list = make('div', { class: 'card rows', id: 'calls' });
  body.append(line, list);
  let answer = { calls: [] };
  const draw = drawer(list, () => {
    const shown = answer.calls.filter((call) =>
      includes(filter.value, nameOfCall(call), callerText(call), call.outcome, call.requestId),
    );
    return orEmpty(shown.slice(0, mostShown).map(callView), '没有调用', '在预览里点一点，或等定时任务');
  });
  filter.addEventListener('input', () => draw(answer, filter.value));
  return async () => {
    answer = await ask('calls');
    draw(answer, filter.value);
  };
}

function callView(call) {
  const view = make('details', { class: 'call' });
  const summary = make('summary', { id: `call-${call.requestId}` });
  summary.append(
    make('span', { class: 'at mono soft' }, momentText(call.startedAt).slice(11)),
    make('span', { class: 'name' }, nameOfCall(call)),
    make('span', { class: 'who soft' }, callerText(call)),
    track(call.databaseCalls, spanOf(call)),
    outcomeView(call),
    make('span', { class: 'ms mono' }, call.outcome === 'running' ? '…' : msText(call.ms)),
  );
  view.append(summary);
  remember(view, call.requestId, () => inside(call));
  return view;
}

function outcomeView({ outcome, ms, databaseCalls }) {
  const kind = outcome === 'ok' ? 'good' : outcome === 'running' ? '' : 'bad';
  const words = { ok: '完成', running: '进行中' }[outcome] ?? outcome;
  const cell = make('span', { class: 'outcome', title: outcome });
  cell.append(tag(words, kind));
  if (databaseCalls.some(({ defect }) => defect)) cell.append(' ', tag('缺陷', 'bad'));
  if (ms >= slowCallMs) cell.append(' ', tag('慢', 'slow'));
  return cell;
}

function inside(call) {
  const view = make('div', { class: 'inside' });
  for (const each of call.databaseCalls) view.append(...stepViews(each, spanOf(call)));
  if (call.databaseCalls.length === 0) view.append(make('p', { class: 'soft' }, '没有用到数据库'));
  const total = call.databaseCalls.reduce((sum, { ms }) => sum + ms, 0);
  const footer = make('footer');
  footer.append(
    make('span', {}, `${call.databaseCalls.length} 次数据库请求，共 ${msText(total)}`),
    make('span', { class: 'mono' }, call.requestId),
    button(
      '看日志',
      () => {
        location.hash = `log?${call.requestId}`;
      },
      { class: 'link' },
    ),
  );
  view.append(footer);
  return view;
}

/** One database request: its row, and below it what was wrong with it. */
function stepViews(each, span) {
  const row = make('div', { class: 'step' });
  const what = make('div', { class: 'what' });
  const name = make('span', { class: 'mono' }, databaseCallText(each));
  if (each.ms >= slowDatabaseMs) name.append(' ', tag('慢', 'slow'));
  what.append(name);
  if (planText(each)) what.append(make('span', { class: 'plan soft' }, planText(each)));
  row.append(what, track([each], span), make('span', { class: 'ms mono soft' }, msText(each.ms)));
  const problems = [];
  if (each.slowQuery) problems.push(make('p', { class: 'advice slow' }, each.slowQuery));
  if (each.defect) problems.push(make('p', { class: 'advice bad' }, `${each.defect}：${each.advice}`));
  return [row, ...problems];
}

function track(databaseCalls, span) {
  const line = make('div', { class: 'track', 'aria-hidden': 'true' });
  for (const { at, ms } of databaseCalls) {
    const bar = make('i', ms >= slowDatabaseMs ? { class: 'slow' } : {});
    const left = Math.min((Math.max(at, 0) / span) * 100, 99);
    bar.style.left = `${left}%`;
    bar.style.width = `${Math.min((ms / span) * 100, 100 - left)}%`;
    line.append(bar);
  }
  return line;
}

/** How many ms the time line shows: the whole invocation, or what is known of it while it runs. */
function spanOf({ ms, databaseCalls }) {
  return Math.max(ms, ...databaseCalls.map((each) => each.at + each.ms), 1);
}

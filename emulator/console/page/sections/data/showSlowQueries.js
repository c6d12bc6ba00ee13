import { databaseCallText, nameOfCall, planText, slowDatabaseMs } from '../../callParts.js';
import { make, orEmpty } from '../../dom.js';
import { ask } from '../../door.js';
import { momentText, msText } from '../../format.js';

/** Shows the database requests of the last invocations that took long or looked at too much. */
export async function showSlowQueries(panel) {
  const { calls } = await ask('calls');
  const slow = calls.flatMap((call) => call.databaseCalls.filter(isSlow).map((each) => slowView(call, each)));
  const list = make('div', { class: 'card rows', id: 'slow-queries' });
  const hint = `最近的调用里，没有 ≥ ${slowDatabaseMs} 毫秒或查看了太多文档的请求`;
  list.append(...orEmpty(slow, '没有慢查询', hint));
  panel.replaceChildren(list);
}

function isSlow({ ms, slowQuery }) {
  return ms >= slowDatabaseMs || slowQuery !== undefined;
}

function slowView(call, each) {
  const view = make('div', { class: 'row slow-query' });
  view.append(
    make('b', { class: 'mono' }, databaseCallText(each)),
    make('span', { class: 'ms mono' }, msText(each.ms)),
    make('span', { class: 'soft' }, `${nameOfCall(call)} · ${momentText(call.startedAt).slice(11)}`),
    make('span', { class: 'soft plan' }, planText(each)),
  );
  if (each.slowQuery) view.append(make('p', { class: 'advice slow' }, each.slowQuery));
  return view;
}

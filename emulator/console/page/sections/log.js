import { button, drawer, filterLine, includes, make, orEmpty } from '../dom.js';
import { ask } from '../door.js';
import { momentText } from '../format.js';
import { chosenWithin } from '../sectionAddress.js';

const mostShown = 300;

/** What functions printed. `#log?<request id>` shows one request. */
export const log = { title: '日志', note: '云函数打印的内容，新的在上；请求号可点。', open };

function open(body) {
  const { filter, line } = filterLine('log-filter', '筛选日志', '筛选：内容、函数、请求号');
  filter.value = chosenWithin();
  const list = make('div', { class: 'card rows', id: 'log' });
  body.append(line, list);
  let answer = { lines: [] };
  const draw = drawer(list, () => {
    const shown = answer.lines.filter((one) => includes(filter.value, one.line, one.function, one.requestId));
    const latest = shown.slice(-mostShown).reverse();
    const views = latest.map((one) => lineView(one, filter));
    return orEmpty(views, '没有日志', filter.value ? '没有符合筛选的行' : '云函数还没有打印过');
  });
  filter.addEventListener('input', () => draw(answer, filter.value));
  return async () => {
    answer = await ask('log');
    draw(answer, filter.value);
  };
}

function lineView({ at, function: name, requestId, stream, line }, filter) {
  const showRequest = () => {
    filter.value = requestId;
    filter.dispatchEvent(new Event('input'));
  };
  const view = make('div', { class: `line ${stream}` });
  view.append(
    make('span', { class: 'mono soft' }, momentText(at).slice(11)),
    make('span', { class: 'mono' }, name),
    requestId
      ? button(requestId.slice(0, 8), showRequest, { class: 'link mono', title: requestId })
      : make('span', { class: 'soft' }, '加载时'),
    make('span', { class: 'text mono' }, line),
  );
  return view;
}

import { drawer, filterLine, includes, make, orEmpty } from '../dom.js';
import { ask } from '../door.js';
import { momentText } from '../format.js';
import { personName } from '../surroundings.js';

const note = '微信会送到手机上的订阅消息，新的在上。用户每同意一次，可以送一条。';
const hint = 'wx.requestSubscribeMessage 得到同意后，云函数调用 subscribeMessage.send';

/** The subscribe messages that WeChat would have sent. */
export const messages = { title: '消息', note, open };

function open(body) {
  const { filter, line } = filterLine('message-filter', '筛选消息', '筛选：人、模板、内容');
  const list = make('div', { class: 'messages', id: 'messages' });
  body.append(line, list);
  let answer = { messages: [] };
  const draw = drawer(list, () => {
    const shown = answer.messages.filter((message) => includes(filter.value, ...textsOf(message)));
    return orEmpty(shown.map(messageView), filter.value ? '没有符合筛选的消息' : '还没有消息', hint);
  });
  filter.addEventListener('input', () => draw(answer, filter.value));
  return async () => {
    answer = await ask('wechat/messages');
    draw(answer, filter.value);
  };
}

function textsOf({ openId, templateId, keywords }) {
  return [personName(openId), templateId, ...Object.values(keywords).map(({ value }) => value)];
}

function messageView({ openId, templateId, page, keywords, sentAt }) {
  const view = make('article', { class: 'card message' });
  const head = make('header');
  head.append(
    make('b', {}, personName(openId)),
    make('span', { class: 'soft mono', title: '模板' }, templateId),
    make('time', { class: 'soft mono' }, momentText(sentAt)),
  );
  const fields = make('dl');
  for (const [keyword, { value }] of Object.entries(keywords)) {
    fields.append(make('dt', { class: 'mono soft' }, keyword), make('dd', {}, value));
  }
  view.append(head, fields);
  if (page) view.append(make('footer', { class: 'mono soft' }, `打开 ${page}`));
  return view;
}

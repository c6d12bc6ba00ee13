import { make, tagged } from '../../dom.js';
import { momentText } from '../../format.js';

const states = { pending: ['待送达', 'slow'], delivered: ['已送达', 'good'], abandoned: ['已放弃', 'bad'] };
const events = { subscribe: '关注', unsubscribe: '取消关注', SCAN: '扫码' };

/** One push: what happened to whom, and how each attempt was answered. */
export function pushView({ fields, state, attempts, answers, createdAt }) {
  const view = make('div', { class: 'row push' });
  const what = events[fields.Event] ?? fields.InfoType ?? (fields.MsgType === 'text' ? '消息' : String(fields.Event));
  const said = answers.map(({ status, body }) => (status === 0 ? '没有回答' : `${status} ${body}`.trim())).join('；');
  view.append(
    make('span', { class: 'what', title: JSON.stringify(fields) }, what),
    make('span', { class: 'mono' }, String(fields.FromUserName ?? fields.AuthorizerAppid ?? '')),
    tagged(...states[state]),
    make('span', { class: 'soft' }, `试过 ${attempts} 次${said && `：${said}`}`),
    make('span', { class: 'mono soft' }, momentText(createdAt).slice(5)),
  );
  return view;
}

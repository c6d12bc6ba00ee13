import { act } from '../../act.js';
import { button, drawer, labelled, make, orEmpty } from '../../dom.js';
import { ask } from '../../door.js';

const choices = [
  ['推送：送两次', { of: 'push', mishap: 'twice' }],
  ['推送：排到下一条之后', { of: 'push', mishap: 'reorder' }],
  ['推送：迟到一分钟', { of: 'push', mishap: 'delay' }],
  ['推送：丢失', { of: 'push', mishap: 'drop' }],
  ['推送：签名是假的', { of: 'push', mishap: 'forge' }],
  ['推送：十分钟前的时间戳', { of: 'push', mishap: 'stale' }],
  ['推送：为别的 AppID 加密', { of: 'push', mishap: 'foreign' }],
  ['接口：不在线（502）', { of: 'call', mishap: 'down' }],
  ['接口：次数用完（45009）', { of: 'call', mishap: 'quota' }],
  ['接口：没有权限（48001）', { of: 'call', mishap: 'unauthorized' }],
  ['接口：系统繁忙（-1）', { of: 'call', mishap: 'busy' }],
  ['接口：token 失效（40001）', { of: 'call', mishap: 'tokenLost' }],
];

/** What is to go wrong at the official accounts' server next. Answers the view and what draws its state. */
export function accountSwitchesView() {
  const view = make('div', { class: 'card switchboard' });
  const list = make('div', { class: 'rows', id: 'account-switches' });
  view.append(controls(), list);
  const draw = drawer(list, ({ switches }) => orEmpty(switches.map(switchView), '一切正常'));
  return { view, draw };
}

function controls() {
  const mishap = make('select', { id: 'account-mishap' });
  mishap.append(...choices.map(([words], index) => make('option', { value: index }, words)));
  const switchOn = async () => {
    const [words, what] = choices[Number(mishap.value)];
    await ask('wechat/accountSwitches', what);
    return `下一次${words}`;
  };
  const reset = async () => {
    await ask('wechat/accountSwitches/reset', {});
    return '已恢复正常';
  };
  const line = make('div', { class: 'actions' });
  line.append(
    labelled('下一次', mishap),
    button('打开', () => act(switchOn), { id: 'account-switch-on' }),
    button('全部恢复', () => act(reset), { id: 'account-switches-reset' }),
  );
  return line;
}

function switchView({ of, mishap, times, call }) {
  const [words] = choices.find(([, what]) => what.of === of && what.mishap === mishap) ?? [mishap];
  const view = make('div', { class: 'row switch' });
  view.append(
    make('span', { class: 'what' }, `${words}${call ? `（${call}）` : ''}`),
    make('span', { class: 'soft' }, `还有 ${times} 次`),
  );
  return view;
}

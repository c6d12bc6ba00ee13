import { act } from '../../act.js';
import { button, drawer, labelled, make, orEmpty } from '../../dom.js';
import { ask } from '../../door.js';

const kinds = {
  通知: [
    ['迟到一分钟', { of: 'notify', mishap: 'delay' }],
    ['送两次', { of: 'notify', mishap: 'twice' }],
    ['排到下一条之后', { of: 'notify', mishap: 'reorder' }],
    ['丢失', { of: 'notify', mishap: 'drop' }],
    ['正文被改', { of: 'notify', mishap: 'tamper' }],
    ['别人的密钥签名', { of: 'notify', mishap: 'wrongKey' }],
    ['探测签名', { of: 'notify', mishap: 'probe' }],
    ['十分钟前的时间戳', { of: 'notify', mishap: 'stale' }],
    ['别的商户', { of: 'notify', mishap: 'foreign' }],
    ['金额不符', { of: 'notify', mishap: 'wrongAmount' }],
    ['没有这笔订单', { of: 'notify', mishap: 'unknownOrder' }],
  ],
  接口: [
    ['答 500', { of: 'call', mishap: 'error' }],
    ['办完再答 500', { of: 'call', mishap: 'errorAfter' }],
    ['办完不答', { of: 'call', mishap: 'silentAfter' }],
    ['频率超限', { of: 'call', mishap: 'tooOften' }],
  ],
  退款: [
    ['一直处理中', { of: 'refund', ends: 'PROCESSING' }],
    ['退款异常', { of: 'refund', ends: 'ABNORMAL' }],
    ['退款关闭', { of: 'refund', ends: 'CLOSED' }],
  ],
};
const signings = { publicKey: '微信支付公钥', certificate: '平台证书', both: '两者轮流' };

/** What is to go wrong at WeChat Pay next, and which key signs. Answers the view and what draws its state. */
export function switchesView() {
  const view = make('div', { class: 'card switchboard' });
  const list = make('div', { class: 'rows', id: 'switches' });
  const signing = chooser('signing', Object.entries(signings));
  signing.addEventListener('change', () =>
    act(async () => {
      await ask('wechat/signing', { signing: signing.value });
      return `改用${signings[signing.value]}签名`;
    }),
  );
  view.append(controls(signing), list);
  const drawList = drawer(list, ({ switches }) => orEmpty(switches.map(switchView), '一切正常'));
  return {
    view,
    draw: (state) => {
      drawList(state);
      signing.value = state.signing;
    },
  };
}

function controls(signing) {
  const choices = Object.entries(kinds).flatMap(([kind, each]) => each.map(([words, what]) => [kind, words, what]));
  const mishap = chooser(
    'mishap',
    choices.map(([kind, words], index) => [index, `${kind}：${words}`]),
  );
  const line = make('div', { class: 'actions' });
  const switchOn = async () => {
    const [kind, words, what] = choices[Number(mishap.value)];
    await ask('wechat/switches', what);
    return `下一次${kind}：${words}`;
  };
  const reset = async () => {
    await ask('wechat/switches/reset', {});
    return '已恢复正常';
  };
  line.append(
    labelled('下一次', mishap),
    button('打开', () => act(switchOn), { id: 'switch-on' }),
    button('全部恢复', () => act(reset), { id: 'switches-reset' }),
    labelled('签名用', signing),
  );
  return line;
}

function chooser(id, choices) {
  const select = make('select', { id });
  select.append(...choices.map(([value, words]) => make('option', { value }, words)));
  return select;
}

function switchView(thrown) {
  const known = Object.entries(kinds).flatMap(([kind, each]) =>
    each.filter(([, what]) => isSame(what, thrown)).map(([words]) => `${kind}：${words}`),
  );
  const view = make('div', { class: 'row switch' });
  const call = thrown.call ? `（${thrown.call}）` : '';
  view.append(
    make('span', { class: 'what' }, `${known[0] ?? thrown.of}${call}`),
    make('span', { class: 'soft' }, `还有 ${thrown.times} 次`),
  );
  return view;
}

function isSame(what, thrown) {
  return Object.entries(what).every(([name, value]) => thrown[name] === value);
}

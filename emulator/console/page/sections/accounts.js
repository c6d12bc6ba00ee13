import { act } from '../act.js';
import { button, drawer, labelled, make, orEmpty } from '../dom.js';
import { ask } from '../door.js';
import { accountView } from './accounts/accountView.js';
import { pushView } from './accounts/pushView.js';
import { messageView } from './accounts/sentView.js';
import { accountSwitchesView } from './accounts/switches.js';

const mostShown = 50;
const note = '公众号那一边：谁关注、扫了码，推给商户服务器的事件和它怎样回答；也可以让它下一次出错。';

/** Official accounts: what people and administrators do with them, and what they push. */
export const accounts = { title: '公众号', note, open };

function open(body) {
  const list = make('div', { id: 'accounts' });
  const pushes = make('div', { class: 'card rows', id: 'account-pushes' });
  const messages = make('div', { class: 'card rows', id: 'account-messages' });
  const switches = accountSwitchesView();
  body.append(newAccount(), list, make('h3', {}, '推送'), pushes);
  body.append(make('h3', {}, '公众号发出的消息'), messages, make('h3', {}, '出错'), switches.view);
  const drawAccounts = drawer(list, ({ shown, people }) =>
    orEmpty(
      shown.map((account) => accountView(account, people)),
      '还没有公众号',
      '新开一个，再在商户那里填 AppID 和 AppSecret',
    ),
  );
  const drawPushes = drawer(pushes, (shown) =>
    orEmpty(shown.map(pushView), '没有推送', '关注、取关或扫码后会推送一条'),
  );
  const drawMessages = drawer(messages, (shown) => orEmpty(shown.map(messageView), '没有消息'));
  return async () => {
    const [answer, { people }, state] = await Promise.all(
      ['wechat/accounts', 'people', 'wechat/accountSwitches'].map((what) => ask(what)),
    );
    drawAccounts({ shown: answer.accounts, people });
    drawPushes(answer.pushes.slice(0, mostShown));
    drawMessages(answer.messages.slice(0, mostShown));
    switches.draw(state);
  };
}

/** A line that opens another account. */
function newAccount() {
  const name = make('input', { id: 'account-name', value: '我的公众号' });
  const kind = make('select', { id: 'account-kind' });
  kind.append(
    make('option', { value: 'own' }, '已认证，同一开放平台'),
    make('option', { value: 'foreign' }, '已认证，别的主体'),
    make('option', { value: 'unverified' }, '未认证'),
  );
  const openOne = async () => {
    const wanted = { verified: kind.value !== 'unverified', sharesOpenPlatform: kind.value === 'own' };
    await ask('wechat/accounts', { name: name.value, ...wanted });
    return `开了公众号 ${name.value}`;
  };
  const line = make('div', { class: 'actions new-account' });
  line.append(
    labelled('名称', name),
    labelled('类型', kind),
    button('新开', () => act(openOne), { id: 'open-account' }),
  );
  return line;
}

import { act } from '../../act.js';
import { button, labelled, make, tag } from '../../dom.js';
import { ask } from '../../door.js';
import { momentText } from '../../format.js';

const mostFollowers = 10;

/** One account: its credentials, its server, its followers, and what can be done with it. */
export function accountView(account, people) {
  const view = make('article', { class: 'card account', id: `account-${account.appId}` });
  view.append(head(account), facts(account), byPeople(account, people), byAdministrator(account), followers(account));
  return view;
}

function head({ name, verified, sharesOpenPlatform, authorised }) {
  const line = make('header');
  line.append(
    make('b', {}, name),
    tag(verified ? '已认证' : '未认证', verified ? 'good' : 'slow'),
    tag(sharesOpenPlatform ? '有 unionid' : '没有 unionid'),
    ...(authorised ? [tag('已授权第三方平台', 'good')] : []),
  );
  return line;
}

function facts({ appId, secret, originalId, server, menu, articles }) {
  const list = make('dl', { class: 'facts' });
  const entries = {
    AppID: appId,
    AppSecret: secret,
    原始ID: originalId,
    服务器: server?.url ?? '没有填写，事件不推送',
    菜单: menu ? menu.button.map(({ name }) => name).join('、') : '没有',
    文章: `${articles} 篇`,
  };
  for (const [name, value] of Object.entries(entries)) {
    list.append(make('dt', { class: 'soft' }, name), make('dd', { class: 'mono' }, value));
  }
  return list;
}

function byPeople({ appId, name }, people) {
  const who = make('select', { id: `who-${appId}` });
  who.append(...people.map((one) => make('option', { value: one.openId }, one.name)));
  const code = make('input', { id: `code-${appId}`, placeholder: 'http://weixin.qq.com/q/…' });
  const whose = () => people.find(({ openId }) => openId === who.value)?.name ?? '';
  const press = (what, done, more = () => ({})) =>
    act(async () => {
      await ask(`wechat/accounts/${appId}/${what}`, { openId: who.value, ...more() });
      return `${whose()}${done} ${name}`;
    });
  const line = make('div', { class: 'actions' });
  line.append(
    labelled('谁', who),
    button('关注', () => press('follow', ' 关注了'), { id: `follow-${appId}` }),
    button('取消关注', () => press('unfollow', ' 取消关注'), { id: `unfollow-${appId}` }),
    labelled('二维码的内容', code),
    button('扫码', () => press('scan', ' 扫了码：', () => ({ code: code.value.trim() })), { id: `scan-${appId}` }),
  );
  return line;
}

function byAdministrator({ appId, name }) {
  const title = make('input', { id: `title-${appId}`, placeholder: '文章标题' });
  const press = (what, done, body = () => ({})) =>
    act(async () => {
      await ask(`wechat/accounts/${appId}/${what}`, body());
      return `${name}：${done}`;
    });
  const line = make('div', { class: 'actions' });
  line.append(
    labelled('文章', title),
    button('发表', () => press('publish', '发表了文章', () => ({ title: title.value })), { id: `publish-${appId}` }),
    button('授权', () => press('authorise', '已授权'), { id: `authorise-${appId}` }),
    button('取消授权', () => press('revoke', '已取消授权'), { id: `revoke-${appId}` }),
    button('重置 AppSecret', () => press('secret', '换了 AppSecret'), { id: `secret-${appId}` }),
  );
  return line;
}

function followers({ followers: count, latestFollowers }) {
  const view = make('div', { class: 'followers' });
  view.append(make('p', { class: 'soft' }, `${count} 人关注`));
  const shown = latestFollowers.slice(0, mostFollowers).map(({ openId, unionId, subscribedAt, qrScene }) => {
    const row = make('div', { class: 'row follower' });
    row.append(
      make('span', { class: 'mono', title: unionId ?? '没有 unionid' }, openId),
      make('span', { class: 'soft' }, qrScene === '' ? '' : '扫码'),
      make('span', { class: 'mono soft' }, momentText(subscribedAt).slice(5)),
    );
    return row;
  });
  view.append(...shown);
  return view;
}

import { drawer, make, orEmpty, tagged } from '../dom.js';
import { ask } from '../door.js';
import { momentText } from '../format.js';

const mostShown = 50;
const orderStates = { NOTPAY: ['待支付', 'slow'], SUCCESS: ['已支付', 'good'], CLOSED: ['已关闭', ''] };
const noticeStates = { pending: ['待送达', 'slow'], delivered: ['已送达', 'good'], abandoned: ['已放弃', 'bad'] };

/** WeChat Pay's orders and the notifications it owes the merchant. */
export const pay = { title: '支付', note: '微信支付那一边：它记着的订单，和它要送达商户的通知。', open };

function open(body) {
  const orders = make('div', { class: 'card rows', id: 'pay-orders' });
  const notices = make('div', { class: 'card rows', id: 'pay-notices' });
  body.append(make('h3', {}, '通知'), notices, make('h3', {}, '订单'), orders);
  const drawOrders = drawer(orders, (answer) => orEmpty(answer.orders.map(orderView), '还没有人下单付款'));
  const drawNotices = drawer(notices, (answer) =>
    orEmpty(answer.notifications.slice(0, mostShown).map(noticeView), '没有通知', '付款或退款后，商户会收到一条'),
  );
  return async () => {
    const [ofOrders, ofNotices] = await Promise.all([ask('wechat/orders'), ask('wechat/notifications')]);
    drawOrders(ofOrders);
    drawNotices({ notifications: ofNotices.notifications.sort(pendingFirst) });
  };
}

function pendingFirst(a, b) {
  return Number(b.state === 'pending') - Number(a.state === 'pending') || b.createdAt - a.createdAt;
}

function orderView({ request, state, createdAt }) {
  const view = make('div', { class: 'row order' });
  view.append(
    make('span', { class: 'order-number mono' }, request.out_trade_no),
    make('span', { class: 'what' }, request.description),
    make('span', { class: 'amount mono' }, `¥${(request.amount.total / 100).toFixed(2)}`),
    tagged(...orderStates[state.is]),
    make('span', { class: 'when mono soft' }, momentText(createdAt).slice(5)),
  );
  return view;
}

function noticeView({ resource, eventType, state, attempts, dueAt, summary }) {
  const view = make('div', { class: 'row notice' });
  const next = state === 'pending' ? `，下次 ${momentText(dueAt).slice(5)}` : '';
  view.append(
    make('span', { class: 'mono' }, String(resource.out_trade_no ?? '')),
    make('span', { title: eventType }, summary),
    tagged(...noticeStates[state]),
    make('span', { class: 'soft' }, `试过 ${attempts} 次${next}`),
  );
  return view;
}

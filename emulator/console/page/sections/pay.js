import { drawer, make, orEmpty, tagged } from '../dom.js';
import { ask } from '../door.js';
import { momentText } from '../format.js';
import { shipmentView } from './pay/shipmentView.js';
import { switchesView } from './pay/switches.js';

const mostShown = 50;
const orderStates = { NOTPAY: ['待支付', 'slow'], SUCCESS: ['已支付', 'good'], CLOSED: ['已关闭', ''] };
const noticeStates = { pending: ['待送达', 'slow'], delivered: ['已送达', 'good'], abandoned: ['已放弃', 'bad'] };

const note = '微信支付那一边：它记着的订单、发货信息，和它要送达商户的通知；也可以让它下一次出错。';

/** WeChat Pay's orders, what it knows of their parcels, the notifications it owes the merchant, and its switchboard. */
export const pay = { title: '支付', note, open };

function open(body) {
  const orders = make('div', { class: 'card rows', id: 'pay-orders' });
  const notices = make('div', { class: 'card rows', id: 'pay-notices' });
  const shipments = make('div', { class: 'card rows', id: 'pay-shipments' });
  const switches = switchesView();
  body.append(make('h3', {}, '通知'), notices, make('h3', {}, '订单'), orders);
  body.append(make('h3', {}, '发货信息'), shipments, make('h3', {}, '出错'), switches.view);
  const drawOrders = drawer(orders, (answer) => orEmpty(answer.orders.map(orderView), '还没有人下单付款'));
  const drawNotices = drawer(notices, (answer) =>
    orEmpty(answer.notifications.slice(0, mostShown).map(noticeView), '没有通知', '付款或退款后，商户会收到一条'),
  );
  const drawShipments = drawer(shipments, (answer) =>
    orEmpty(answer.shipments.map(shipmentView), '还没有发货信息', '商户发货后上传：upload_shipping_info'),
  );
  return async () => {
    const parts = ['orders', 'notifications', 'shipments', 'switches'];
    const [ofOrders, ofNotices, ofShipments, state] = await Promise.all(parts.map((part) => ask(`wechat/${part}`)));
    drawOrders(ofOrders);
    drawShipments(ofShipments);
    switches.draw(state);
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

function noticeView({ resource, eventType, state, attempts, answers, dueAt, summary }) {
  const view = make('div', { class: 'row notice' });
  const next = state === 'pending' ? `，下次 ${momentText(dueAt).slice(5)}` : '';
  view.append(
    make('span', { class: 'mono' }, String(resource.out_trade_no ?? '')),
    make('span', { title: eventType }, summary),
    tagged(...noticeStates[state]),
    make('span', { class: 'soft', title: `答 ${answers.join('、')}` }, `试过 ${attempts} 次${next}`),
  );
  return view;
}

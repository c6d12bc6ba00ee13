import { make, tagged } from '../../dom.js';
import { momentText } from '../../format.js';

const ways = { 1: '快递', 2: '同城配送', 3: '虚拟商品', 4: '自提' };

/** How an order was sent, as the merchant told WeChat. */
export function shipmentView({ outTradeNo, upload, uploads, uploadedAt, remindedAt }) {
  const parcels = upload.shipping_list.map(({ express_company: carrier, tracking_no: number }) =>
    [carrier, number].filter(Boolean).join(' '),
  );
  const view = make('div', { class: 'row order' });
  view.append(
    make('span', { class: 'order-number mono' }, outTradeNo),
    make('span', { class: 'what' }, parcels.filter(Boolean).join('，') || upload.shipping_list[0].item_desc),
    make('span', { class: 'amount soft' }, uploads > 1 ? '已更正' : remindedAt ? '已提醒确认' : ''),
    tagged(ways[upload.logistics_type], 'good'),
    make('span', { class: 'when mono soft' }, momentText(uploadedAt).slice(5)),
  );
  return view;
}

import { sumFen } from '../../shared/kernel/money';
import { accept, type OutputOf, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readUnspent } from '../coupon/public';
import { readFollowedShops } from '../fan/public';
import { readShops, readSkus } from '../shop/public';
import { addressView, readAddresses } from './addresses';
import { readGifts } from './gifts';
import { previewBasket } from './previewBasket';

type Preview = OrderContract['previewCheckout'];

export const previewCheckout: Handler<Preview> = async ({ baskets, addressId }, { openId, unionId, now }) => {
  const shopIds = baskets.map(({ shopId }) => shopId);
  const [shops, addresses, skus, coupons, followed] = await Promise.all([
    readShops(shopIds),
    readAddresses(openId),
    readSkus(baskets.flatMap(({ lines }) => lines.map(({ skuId }) => skuId))),
    readUnspent(openId, shopIds, now),
    readFollowedShops(shopIds, openId, unionId),
  ]);
  const address = addressId ? addresses.find(({ _id }) => _id === addressId) : addresses[0];
  if (addressId && !address) return refuse({ code: 'NOT_FOUND', what: 'address' });

  const known = [...skus, ...(await readGifts(coupons, skus))];
  const shown: OutputOf<Preview>['baskets'] = [];
  for (const basket of baskets) {
    const shop = shops.find(({ _id }) => _id === basket.shopId);
    if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
    const view = previewBasket(basket, {
      shop,
      skus: known,
      address,
      coupons,
      asFollower: followed.has(shop._id),
      now,
    });
    if (!view) return refuse({ code: 'NOT_FOUND', what: 'sku' });
    shown.push(view);
  }
  const sums = shown.flatMap(({ price }) => (price ? [price.toPay] : []));
  return accept({
    baskets: shown,
    ...(sums.length === shown.length && { toPay: sumFen(...sums) }),
    addresses: addresses.map(addressView),
  });
};

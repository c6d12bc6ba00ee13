import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { priceOrder } from '../../shared/order/price';
import type { Handler } from '../_runtime/serve';
import { readShop, readSkus } from '../shop/public';
import { addressView, readAddresses } from './addresses';
import { orderLine } from './decideOrder';

export const previewCheckout: Handler<OrderContract['previewCheckout']> = async ({ shopId, lines }, { openId }) => {
  const [shop, addresses, skus] = await Promise.all([
    readShop(shopId),
    readAddresses(openId),
    readSkus(lines.map((line) => line.skuId)),
  ]);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });

  const shown = lines.flatMap(({ skuId, quantity }) => {
    const sku = skus.find((each) => each._id === skuId && each.shopId === shopId && each.onShelf);
    return sku ? [{ ...orderLine(sku, quantity), stock: sku.stock }] : [];
  });
  if (shown.length < lines.length) return refuse({ code: 'NOT_FOUND', what: 'sku' });

  return accept({
    shopName: shop.name,
    lines: shown,
    price: priceOrder(shown, shop.freight),
    freeFrom: shop.freight.freeFrom,
    addresses: addresses.map(addressView),
  });
};

import { type Fen, sumFen } from '../../shared/kernel/money';
import { accept, type OutputOf, type ParsedInputOf, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { freightRuleFor } from '../../shared/order/freight';
import { type Destination, priceOrder, type Way, ways } from '../../shared/order/price';
import type { Handler } from '../_runtime/serve';
import { readShops, readSkus, type ShopRecord, type SkuRecord, termsOf } from '../shop/public';
import { type AddressRecord, addressView, destinationOf, readAddresses } from './addresses';
import { orderLine } from './decideOrder';

type Preview = OrderContract['previewCheckout'];
type Wanted = ParsedInputOf<Preview>['baskets'][number];
type Shown = OutputOf<Preview>['baskets'][number];

export const previewCheckout: Handler<Preview> = async ({ baskets, addressId }, { openId }) => {
  const [shops, addresses, skus] = await Promise.all([
    readShops(baskets.map(({ shopId }) => shopId)),
    readAddresses(openId),
    readSkus(baskets.flatMap(({ lines }) => lines.map(({ skuId }) => skuId))),
  ]);
  const address = addressId ? addresses.find(({ _id }) => _id === addressId) : addresses[0];
  if (addressId && !address) return refuse({ code: 'NOT_FOUND', what: 'address' });

  const shown: Shown[] = [];
  for (const basket of baskets) {
    const shop = shops.find(({ _id }) => _id === basket.shopId);
    if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
    const view = preview(basket, shop, skus, address);
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

/** One shop's part of the checkout; `undefined` when something in it is not on its shelf. */
function preview(
  { shopId, lines, way: wished }: Wanted,
  shop: ShopRecord,
  skus: readonly SkuRecord[],
  address: AddressRecord | undefined,
): Shown | undefined {
  const found = lines.flatMap(({ skuId, quantity }) => {
    const sku = skus.find((each) => each._id === skuId && each.shopId === shopId && each.onShelf);
    return sku ? [{ sku, quantity }] : [];
  });
  if (found.length < lines.length) return undefined;

  const priced = found.map(({ sku: { price, grams }, quantity }) => ({ price, grams, quantity }));
  const destination = address && destinationOf(address);
  const options = ways.map((way) => ({ way, price: priceOrder(priced, termsOf(shop), way, destination) }));
  const possible = options.find(({ price }) => typeof price === 'object')?.way ?? 'express';
  const way = wished ?? possible;
  const chosen = options.find((each) => each.way === way)?.price;
  return {
    shopId,
    shopName: shop.name,
    shopAddress: shop.address,
    lines: found.map(({ sku, quantity }) => ({ ...orderLine(sku, quantity), stock: sku.stock })),
    way,
    ways: options
      .filter(({ price }) => price !== 'notOffered')
      .map(({ way, price }) => ({
        way,
        ...(typeof price === 'string' ? { obstacle: price } : { freight: price.freight }),
      })),
    ...(typeof chosen === 'object' && { price: chosen }),
    ...freeFromOf(shop, way, destination),
  };
}

function freeFromOf(shop: ShopRecord, way: Way, destination: Destination | undefined): { freeFrom?: Fen } {
  const rule = way === 'express' && destination ? freightRuleFor(shop.freight, destination.province) : undefined;
  return rule?.freeFrom === undefined ? {} : { freeFrom: rule.freeFrom };
}

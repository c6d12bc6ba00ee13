import { homeShopId } from '@/features/shop/homeShopId';
import { ShopFront } from '@/pages/home/ShopFront';
import { useRouteParams } from '@/platform/navigate';

/** The front of any shop, on top of whatever opened it. */
export default function ShopPage() {
  const { shopId = homeShopId } = useRouteParams('shop');
  return <ShopFront shopId={shopId} route="shop" />;
}

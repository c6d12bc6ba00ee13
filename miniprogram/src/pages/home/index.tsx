import { homeShopId } from '@/features/shop/homeShopId';
import { useRouteParams } from '@/platform/navigate';
import { ShopFront } from './ShopFront';

/** The front of the shop that opens when no link names another. */
export default function HomePage() {
  const { shopId = homeShopId } = useRouteParams('home');
  return <ShopFront shopId={shopId} route="home" />;
}

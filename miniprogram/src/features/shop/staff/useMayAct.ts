import { mayAct, type Rank } from '@shared/shop/role';
import { useCall } from '@/platform/useCall';

/** Whether the person may do here what is for `rank`; not until it is known. The server decides, whatever a page shows. */
export function useMayAct(shopId: string | undefined, rank: Rank): boolean {
  const shops = useCall('shop.listMyShops', {}).data?.shops ?? [];
  return mayAct(shops.find((shop) => shop.shopId === shopId)?.role, rank);
}

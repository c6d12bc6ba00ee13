import { useCall } from '@/platform/useCall';

/** One product with its stock as it is now, read again whenever the page is shown. */
export const useProduct = (productId: string | undefined) =>
  useCall('shop.getProduct', productId ? { productId } : null);

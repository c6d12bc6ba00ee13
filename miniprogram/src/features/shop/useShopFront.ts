import type { Output } from '@shared/contract';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';
import { usePages } from '@/platform/usePages';

/** A product as lists show it. */
export type ProductCard = Output<'shop.getShopHome'>['featured']['products'][number];

/** The front of a shop: who it is, its categories, and the products of the chosen one, page by page. */
export function useShopFront(shopId: string) {
  const home = useCall('shop.getShopHome', { shopId });
  const [categoryId, chooseCategory] = useState<string>('all');
  const [wantsMore, setWantsMore] = useState(false);

  // The first page of "all" came with the shop itself; a category starts at its own first page.
  const featured = categoryId === 'all' ? home.data?.featured : undefined;
  const next = featured?.next;
  const rest = usePages(
    'shop.searchProducts',
    categoryId === 'all' ? (wantsMore && next ? { shopId, after: next } : null) : { shopId, categoryId },
  );

  const further = rest.pages?.flatMap(({ products }) => products) ?? [];
  const hasMore = rest.pages ? rest.hasMore : next !== undefined;
  const products: readonly ProductCard[] | undefined =
    categoryId === 'all' ? featured && [...featured.products, ...further] : rest.pages && further;

  return {
    home,
    categoryId,
    chooseCategory,
    products,
    fault: rest.fault,
    moreState: rest.fault
      ? 'failed'
      : rest.loadingMore || (wantsMore && rest.loading)
        ? 'loading'
        : hasMore
          ? 'more'
          : 'end',
    loadMore: () => {
      if (rest.fault) void rest.refresh();
      else if (rest.pages) rest.loadMore();
      else setWantsMore(true);
    },
    refresh: async () => void (await Promise.all([home.refresh(), rest.pages && rest.refresh()])),
  } as const;
}

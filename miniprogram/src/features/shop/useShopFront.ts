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
  const all = categoryId === 'all';
  const next = home.data?.featured.next;
  const furtherOfAll = wantsMore && next ? { shopId, after: next } : null;
  const pages = usePages('shop.searchProducts', all ? furtherOfAll : { shopId, categoryId });

  const read = pages.pages?.flatMap(({ products }) => products);
  const untouched = next ? 'more' : 'end';
  return {
    home,
    categoryId,
    chooseCategory,
    products: all ? home.data && [...home.data.featured.products, ...(read ?? [])] : read,
    fault: pages.fault,
    end: all && !furtherOfAll ? untouched : pages.end,
    loadMore: () => (all && !wantsMore ? setWantsMore(true) : pages.loadMore()),
    refresh: async () => void (await Promise.all([home.refresh(), read && pages.refresh()])),
  } as const;
}

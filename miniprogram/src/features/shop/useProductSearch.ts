import { useState } from 'react';
import { remember, remembered } from '@/platform/remembered';
import { useCall } from '@/platform/useCall';
import { usePages } from '@/platform/usePages';

const storageKey = 'recent-searches';
const kept = 8;

/** Searching a shop: what is typed, what was last searched on this phone, and what was found. */
export function useProductSearch(shopId: string, firstWords: string) {
  const [typed, setTyped] = useState(firstWords);
  const [words, setWords] = useState(firstWords);
  const [recent, setRecent] = useState(() => remembered(storageKey));
  const home = useCall('shop.getShopHome', { shopId });
  const found = usePages('shop.searchProducts', words ? { shopId, words } : null);

  const keep = (searches: readonly string[]) => {
    setRecent(searches);
    remember(storageKey, searches);
  };
  const search = (next: string) => {
    const trimmed = next.trim();
    setTyped(trimmed);
    setWords(trimmed);
    if (trimmed) keep([trimmed, ...recent.filter((each) => each !== trimmed)].slice(0, kept));
  };
  return {
    typed,
    type: (text: string) => {
      setTyped(text);
      if (text === '') setWords('');
    },
    words,
    search,
    recent,
    forgetRecent: () => keep([]),
    categories: home.data?.categories ?? [],
    found,
    products: found.pages?.flatMap(({ products }) => products),
  };
}

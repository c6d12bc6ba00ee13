import { useState } from 'react';
import { remember, remembered } from '@/platform/remembered';
import { showSnack } from '@/platform/snacks';
import type { CardShop } from './CardShop';
import { type Favourite, fromLines, toLines, withFavourite, withoutFavourite } from './favourites';

const storageKey = 'favourite-shops';

/** The shops that a person keeps. They are kept on this phone and nowhere else, which the first one says. */
export function useFavourites() {
  const [favourites, setFavourites] = useState(() => fromLines(remembered(storageKey)));
  const isFavourite = (shopId: string) => favourites.some((favourite) => favourite.shopId === shopId);
  const keep = (next: Favourite[]) => {
    setFavourites(next);
    remember(storageKey, toLines(next));
  };
  const toggle = (shop: CardShop) => {
    const removes = isFavourite(shop.shopId);
    const text = removes ? '已取消收藏' : favourites.length === 0 ? '已收藏，只保存在这部手机上' : '已收藏';
    keep(removes ? withoutFavourite(favourites, shop.shopId) : withFavourite(favourites, shop));
    showSnack({ text, action: { label: '撤销', run: () => keep(favourites) } });
  };
  return { favourites, isFavourite, toggle };
}

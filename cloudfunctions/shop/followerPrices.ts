import type { FollowBenefit } from '../../shared/fan/contract';
import type { OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';

type ProductPage = OutputOf<ShopContract['searchProducts']>;

/** Whether a shop shows what followers pay, at a place. */
export const showsFollowerPrices = ({ benefit, places }: FollowBenefit, place: 'home' | 'product'): boolean =>
  benefit.kind === 'followerPrice' && places.includes(place);

/** A page of products with what followers pay, if the shop shows it in lists, or without. */
export const withFollowerPrices = ({ products, ...page }: ProductPage, benefit: FollowBenefit): ProductPage => ({
  ...page,
  products: showsFollowerPrices(benefit, 'home')
    ? products
    : products.map(({ followerPriceFrom: _hidden, ...product }) => product),
});

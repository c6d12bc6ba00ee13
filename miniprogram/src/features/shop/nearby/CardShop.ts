import type { Output } from '@shared/contract';
import type { ShopOnMap } from './ShopOnMap';

/** A shop as `findNearbyShops` lists it. */
export type ShopNearby = Output<'shop.findNearbyShops'>['shops'][number];

/** What a card can show: all of a shop in the list, less of one that was kept on the phone or tapped on the map. */
export type CardShop = ShopOnMap & Partial<ShopNearby>;

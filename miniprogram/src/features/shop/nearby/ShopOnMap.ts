import type { Output } from '@shared/contract';

/** A shop as much as the map needs of it; cards of lists have all that, too. */
export type ShopOnMap = Output<'shop.countShopsInView'>['shops'][number];

import type { Place } from '@shared/kernel/geo';

/** Where the list of nearby shops begins: at the person, a town, what the map showed, or a shop. */
export interface Origin {
  kind: 'me' | 'town' | 'area' | 'shop';
  name: string;
  place: Place;
}

/** What the list is called. */
export function listTitle(origin: Origin | undefined, onlyFavourites: boolean): string {
  if (onlyFavourites) return '我收藏的店';
  if (!origin) return '正在找您在哪儿…';
  return { me: '我附近的店', town: `${origin.name}的店`, area: '这一带的店', shop: `${origin.name}附近` }[origin.kind];
}

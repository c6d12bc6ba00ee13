/** Where in the mini program somebody was shown the way to a shop's official account. */
export const followPlaces = ['orderDone', 'product', 'home', 'me', 'poster', 'article'] as const;
export type FollowPlace = (typeof followPlaces)[number];

/**
 * What a person did: opened the mini program at a page of the shop, read an article, found the shop on the map or by a
 * search over shops, saw a product, sent a page to others.
 */
export const visitKinds = ['open', 'article', 'map', 'search', 'product', 'share'] as const;
export type VisitKind = (typeof visitKinds)[number];

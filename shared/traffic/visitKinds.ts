/** What a person did: opened the mini program at a page of the shop, read an article, found the shop, saw a product. */
export const visitKinds = ['open', 'article', 'map', 'search', 'product'] as const;
export type VisitKind = (typeof visitKinds)[number];

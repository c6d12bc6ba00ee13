/** What an order may need of its shop: an answer to a case, sending off, or handing over at the counter. */
export const sellerNeeds = ['answer', 'ship', 'handOver'] as const;
export type SellerNeed = (typeof sellerNeeds)[number];

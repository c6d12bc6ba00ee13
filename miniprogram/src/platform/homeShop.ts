/** The shop that opens when no link names another. */
export const homeShopId = 'shop-jinmei';

/** The shop that opens when no link names another. */
export const homeShopId = 'jinmei';

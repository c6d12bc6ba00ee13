/** How many banners a shop may have. */
export const mostBanners = 5;

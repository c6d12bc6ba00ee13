/** How far beyond the screen's edges an element is still near, in px: what is near is there before it is seen. */
export const nearMargin = 500;

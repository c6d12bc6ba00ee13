/** As in `movesByItself.ts`; browsers know who wants less motion. */
export const movesByItself = (): boolean => !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The same as in `openOriginal.ts`, as a browser does it. */
export const openOriginal = (url: string): void => void window.open(url, '_blank', 'noopener');

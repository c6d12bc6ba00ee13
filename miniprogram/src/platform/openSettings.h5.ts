/** A browser keeps its permissions beside the address. */
export const hasSettings = false;

/** Nothing is opened; see `hasSettings`. */
export const openSettings = (): Promise<void> => Promise.resolve();

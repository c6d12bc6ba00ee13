/** A browser on a laptop reads no codes; digits are typed. */
export const canScanCode = false;

/** Nothing is read; see `canScanCode`. */
export const scanCode = (): Promise<string | undefined> => Promise.resolve(undefined);

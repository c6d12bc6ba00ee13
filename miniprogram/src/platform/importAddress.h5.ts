import type { ImportedAddress } from './importAddress';

export type { ImportedAddress } from './importAddress';

/** A browser has no address book of WeChat's. */
export const canImportAddress = false;

/** Nothing to take from; see `canImportAddress`. */
export const importAddress = (): Promise<ImportedAddress | undefined> => Promise.resolve(undefined);

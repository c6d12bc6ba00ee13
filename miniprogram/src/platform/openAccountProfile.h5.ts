/** A browser opens no account. */
export const openAccountProfile = (_username: string): Promise<boolean> => Promise.resolve(false);

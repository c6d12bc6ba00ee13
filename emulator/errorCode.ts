/** The `code` of an error of SQLite, zlib or the operating system, such as `ENOENT`; '' for any other. */
export function errorCode(error: unknown): string {
  // Not `instanceof Error`: Jest runs our code in a realm of its own, Node's errors come from another.
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What an error says. */
export const errorMessage = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

import { type CloudBase, connect } from '../test/support/connect';

/** The database of one server through the unmodified SDK; several may be asked in turn. */
export async function databaseAt(url: string): Promise<ReturnType<CloudBase['database']>> {
  await connect(url);
  const sdk = await import('@cloudbase/node-sdk');
  // The environment has led the SDK to the first server since it was loaded.
  return sdk.default.init({ env: 'meidian', serviceUrl: `${url}/admin` }).database();
}

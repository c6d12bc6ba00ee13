import { forgetFansOf } from './forgetFansOf';
import { type OfficialAccountRecord, writeAccount } from './officialAccounts';

/**
 * Ends a binding, and with it every benefit at once, and then deletes what was known of the followers. Nothing already
 * given is taken back. Throws when somebody else changed the binding meanwhile.
 */
export async function revokeBinding(known: OfficialAccountRecord, now: number): Promise<OfficialAccountRecord> {
  const { _id, appId, boundAt } = known;
  const revoked: OfficialAccountRecord = {
    ...{ _id, version: known.version + 1, appId, boundAt },
    status: 'revoked',
    revokedAt: now,
    forgetFans: true,
  };
  if (!(await writeAccount(known, revoked))) throw new Error(`the binding of ${_id} was changed meanwhile`);
  await forgetFansOf(revoked);
  return revoked;
}

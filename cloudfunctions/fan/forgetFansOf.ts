import { forgetAll } from './fans';
import { type OfficialAccountRecord, readAccountsToForget, writeAccount } from './officialAccounts';

/** Deletes what is known of the followers of a revoked account, and answers how many they were. */
export async function forgetFansOf(account: OfficialAccountRecord): Promise<number> {
  const forgotten = await forgetAll(account._id);
  const { forgetFans: _done, ...kept } = account;
  // If the shop was bound anew meanwhile, its new followers are found by the walk.
  await writeAccount(account, kept);
  return forgotten;
}

/** Finishes what an `unbind` left behind that was cut off. Answers how many followers were forgotten. */
export async function forgetFansOfRevoked(): Promise<number> {
  const accounts = await readAccountsToForget();
  const counts = await Promise.all(accounts.map(forgetFansOf));
  return counts.reduce((sum, count) => sum + count, 0);
}

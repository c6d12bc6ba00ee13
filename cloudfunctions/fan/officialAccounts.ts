import type { FollowBenefit, Trouble } from '../../shared/fan/contract';
import { _, db, insert, readMany, readOne } from '../_runtime/database';

/** A walk through all followers, page by page, over as many runs as it takes. Times in ms. */
export interface FollowerSync {
  /** When the next page, or else the next walk, is due. */
  dueAt: number;
  /** When the walk under way began. */
  startedAt?: number;
  /** The last openid of the pages behind it. */
  after?: string;
}

/** How a shop is bound to its official account; the id is the shop's, so there is one. */
export interface OfficialAccountRecord {
  _id: string;
  version: number;
  status: 'bound' | 'revoked';
  /** Bound by what it authorised our third-party platform to do; by its own credentials when absent. */
  by?: 'platform';
  appId: string;
  boundAt: number;
  /** When it authorised the platform last, by WeChat's clock. */
  grantedAt?: number;
  /** Its secrets, encrypted by `seal`, or its grant, by `sealGrant`; gone when revoked. */
  sealed?: string;
  /** When WeChat last checked the server that the owner entered. */
  serverCheckedAt?: number;
  trouble?: Trouble;
  sync?: FollowerSync;
  /** Whether it belongs to the mini program's entity, and the id WeChat opens it by; what the owner told. */
  sameEntity?: boolean;
  originalId?: string;
  /** What the shop gives to followers; `noBenefit` when absent. */
  followBenefit?: FollowBenefit;
  revokedAt?: number;
  /** What is known of followers is still to be deleted. */
  forgetFans?: true;
}

const collection = 'officialAccounts';

/** What a shop gives to followers until it chooses something. */
export const noBenefit: FollowBenefit = { benefit: { kind: 'off' }, places: [], text: '' };

export const readAccount = (shopId: string): Promise<OfficialAccountRecord | undefined> =>
  readOne<OfficialAccountRecord>(collection, shopId);

export const readAccounts = (shopIds: readonly string[]): Promise<OfficialAccountRecord[]> =>
  readMany<OfficialAccountRecord>(collection, shopIds);

/** Writes a binding over the one that was read, `undefined` for none. False when somebody else was faster. */
export async function writeAccount(
  before: OfficialAccountRecord | undefined,
  after: Omit<OfficialAccountRecord, 'version'>,
): Promise<boolean> {
  if (!before) {
    const first: OfficialAccountRecord = { ...after, version: 1 };
    return (await insert(collection, first)) === 'inserted';
  }
  const { _id, ...fields } = after;
  const kept = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, _.set(value)]));
  const gone = Object.keys(before).filter((name) => !(name in after) && name !== 'version');
  const { updated } = await db
    .collection(collection)
    .where({ _id, version: before.version })
    .update({ ...kept, ...Object.fromEntries(gone.map((name) => [name, _.remove()])), version: before.version + 1 });
  return updated === 1;
}

/** Notes that WeChat has checked the server of a bound account. */
export async function noteServerChecked(shopId: string, now: number): Promise<void> {
  await db.collection(collection).where({ _id: shopId, status: 'bound' }).update({ serverCheckedAt: now });
}

/** The shops that an official account is bound to by our third-party platform; at most 20. */
export async function readAuthorisedAccounts(appId: string): Promise<OfficialAccountRecord[]> {
  const { data } = await db.collection(collection).where({ appId, by: 'platform', status: 'bound' }).limit(20).get();
  return data as OfficialAccountRecord[];
}

/** Bound accounts whose followers are to be walked through, the longest due first; at most 20. */
export async function readAccountsToSync(now: number): Promise<OfficialAccountRecord[]> {
  const due = db.collection(collection).where({ 'sync.dueAt': _.lte(now) });
  const { data } = await due.orderBy('sync.dueAt', 'asc').limit(20).get();
  return data as OfficialAccountRecord[];
}

/** Revoked accounts whose followers are still to be forgotten; at most 20. */
export async function readAccountsToForget(): Promise<OfficialAccountRecord[]> {
  const { data } = await db.collection(collection).where({ forgetFans: true }).limit(20).get();
  return data as OfficialAccountRecord[];
}

import { createHash } from 'node:crypto';
import type { StaffRecord } from '../cloudfunctions/_runtime/staff';
import collections from '../cloudfunctions/collections.json';
import type { BookRecord } from '../cloudfunctions/crm/books';
import { scored } from '../cloudfunctions/crm/composeCustomer';
import type { CustomerRecord } from '../cloudfunctions/crm/customers';
import { type QuotaRecord, quotaIdOf } from '../cloudfunctions/crm/quotas';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { idKeyOf } from '../emulator/database/storage/Collection';
import { declareIndexes } from '../emulator/database/storage/declareIndexes';
import { Store } from '../emulator/database/storage/Store';
import type { Document } from '../emulator/database/values';
import { cellOf } from '../shared/crm/cells';
import { cutsOf, type RfmCuts, rfmValues } from '../shared/crm/rfm';
import { sourceFamilyOf } from '../shared/crm/sourceFamily';
import { staffId } from '../shared/shop/role';
import { type Source, sources } from '../shared/traffic/sources';
import { testSettings } from '../test/support/demoSettings';
import { sellers } from '../test/support/world/people';
import { seededRandom } from '../test/support/world/random';

/** The shop whose crowd it is, and whose manager asks. */
export const shopId = 'crowded';
const day = 86_400_000;
const batch = 50_000;
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const givenNames = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';

/**
 * Fills a data folder with a shop of so many customers, scored and counted as a night's walk leaves them, in the order in
 * which they came last: a shop grows like that, and so do its indexes.
 */
export async function seedCrowd(dataDir: string, count: number, now: number): Promise<void> {
  // What ids are made with, as the functions will.
  Object.assign(process.env, testSettings);
  const store = new Store(dataDir);
  withoutCare(store);
  declareIndexes(store, collections as CollectionDeclarations);
  const { openId } = sellers.manager;
  const manager: StaffRecord = { _id: staffId(shopId, openId), shopId, openId, role: 'manager' };
  await fill(store, 'staff', [manager]);
  const { numbers, cuts } = surveyCrowd(count, now);
  const cells: Record<string, number> = {};
  for (let from = 0; from < count; from += batch) {
    const some = [...numbers.subarray(from, from + batch)];
    const customers = some.map((number) => scored(plainCustomer(number, now), cuts));
    for (const each of customers) cells[cellOf(each)] = (cells[cellOf(each)] ?? 0) + 1;
    await fill(store, 'customers', customers);
    await fill(store, 'messageQuotas', some.filter((number) => number % 10 === 0).map(usedQuota));
  }
  const book: BookRecord = { _id: shopId, version: 1, ...(cuts && { cuts }), cells, countedAt: now, dueAt: now + day };
  await fill(store, 'customerBooks', [book]);
  store.close();
}

/** A planting that breaks off is begun anew: it needs no journal, and all its pages may stay in memory (in KiB). */
function withoutCare({ sqlite }: Store): void {
  sqlite.rows('pragma journal_mode = OFF');
  sqlite.run('pragma synchronous = OFF');
  sqlite.run('pragma cache_size = -3000000');
  // Else the emulator takes the file for one of its first version, and makes all indexes anew.
  sqlite.run('pragma user_version = 2');
}

/** Of one person in ten, who allowed a message once and had it. */
function usedQuota(number: number): QuotaRecord {
  const [openId, templateId] = [crowdOpenId(number), testSettings.WECHAT_NEWS_TEMPLATE];
  return { _id: quotaIdOf(openId, templateId), left: 0, openId, templateId, allowIds: [] };
}

const crowdOpenId = (number: number): string => `crowd-${number}`;

/** The numbers of all customers, whoever came last at the end, and what parts the buyers among them into fifths. */
function surveyCrowd(count: number, now: number): { numbers: Uint32Array; cuts: RfmCuts | undefined } {
  const cameAt = new Float64Array(count);
  const histograms: Record<'r' | 'f' | 'm', Record<string, number>> = { r: {}, f: {}, m: {} };
  for (let number = 0; number < count; number += 1) {
    const { orders, amount, lastAt, lastPaidAt } = plainCustomer(number, now);
    cameAt[number] = lastAt;
    if (lastPaidAt === undefined) continue;
    const values = rfmValues({ orders, amount, lastPaidAt });
    for (const each of ['r', 'f', 'm'] as const) {
      histograms[each][values[each]] = (histograms[each][values[each]] ?? 0) + 1;
    }
  }
  const numbers = Uint32Array.from(cameAt, (_at, number) => number);
  numbers.sort((one, other) => (cameAt[one] ?? 0) - (cameAt[other] ?? 0));
  const [r, f, m] = [cutsOf(histograms.r), cutsOf(histograms.f), cutsOf(histograms.m)];
  return { numbers, cuts: r && f && m && { r, f, m } };
}

/** Two of three bought, half of all follow, one of twenty is a 茶友, one of a thousand buys in bulk. */
function plainCustomer(number: number, now: number): Omit<CustomerRecord, 'r' | 'f' | 'm' | 'rfm' | 'keys'> {
  const random = seededRandom(number);
  const orders = number % 3 === 0 ? 0 : 1 + Math.floor(random.next() ** 4 * 12);
  const lastPaidAt = now - Math.floor(random.next() * 365 * day);
  const source = sources[random.between(0, sources.length - 1)] as Source;
  const [surname, given] = [surnames[random.between(0, 19)] ?? '', givenNames[random.between(0, 19)] ?? ''];
  const id = createHash('sha256').update(`customer ${number}`).digest('base64url').slice(0, 32);
  const tags = [...(number % 20 === 1 ? ['茶友'] : []), ...(number % 1_000 === 1 ? ['批发'] : [])];
  return {
    ...{ _id: id, shopId, version: 1, person: { openId: crowdOpenId(number) }, tags, notes: [] },
    ...{ name: `${surname}${given}`, phoneTail: String(random.between(0, 9_999)).padStart(4, '0') },
    ...{ follows: number % 2 === 0, source, family: sourceFamilyOf(source) },
    ...{ orders, amount: orders * random.between(1_000, 30_000), madeAt: lastPaidAt, lastAt: lastPaidAt },
    ...(orders > 0 && { firstPaidAt: lastPaidAt, lastPaidAt }),
  };
}

async function fill(store: Store, name: string, records: readonly { _id: string }[]): Promise<void> {
  const collection = store.collection(name);
  const documents = records as unknown as readonly Document[];
  await store.apply(documents.map((document) => ({ collection, key: idKeyOf(document._id), document })));
}

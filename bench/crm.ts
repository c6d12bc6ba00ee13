import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import collections from '../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { type Emulator, startEmulator } from '../emulator/Emulator';
import type { CallRecord } from '../emulator/functions/CallLog';
import { buildFunctions } from '../scripts/buildFunctions';
import { paths } from '../scripts/paths';
import type { Input, OperationName } from '../shared/contract';
import { fen } from '../shared/kernel/money';
import { testSettings } from '../test/support/demoSettings';
import { type Caller, callerAt, doorsOf } from '../test/support/Storefront';
import { people, sellers } from '../test/support/world/people';
import { type Random, seededRandom } from '../test/support/world/random';
import { noteFigure } from './figures';
import { quantile } from './quantile';
import { seedCrowd, shopId } from './seedCrowd';

/** One number of customers, ready to be asked. */
interface Crowd {
  count: number;
  emulator: Emulator;
  caller: Caller;
}

const rounds = 60;
const warmUp = 10;
const day = 86_400_000;

/**
 * `npm run bench -- crm`: lists, filters, counts, a campaign's preview and the plan of its sending over one shop's 5 000
 * and 100 000 customers, through function and SDK; `--full` adds a million, which takes some minutes to plant. The crowds
 * take turns. `CRM_DATA` names a folder where they are kept for the next run.
 */
export async function benchCrm(full: boolean): Promise<void> {
  await buildFunctions();
  const kept = process.env.CRM_DATA;
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'meidian-crm-'));
  const crowds: Crowd[] = [];
  try {
    for (const count of full ? [5_000, 100_000, 1_000_000] : [5_000, 100_000]) {
      crowds.push(await openCrowd(path.join(folder, String(count)), count));
    }
    for (const [what, question] of Object.entries(questions)) await printQuestion(what, crowds, question);
    await printSendPlan(crowds);
  } finally {
    await Promise.all(crowds.map(({ emulator }) => emulator.stop()));
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

async function openCrowd(dataDir: string, count: number): Promise<Crowd> {
  const began = performance.now();
  const planted = path.join(dataDir, 'planted-with-quotas');
  if (!existsSync(planted)) {
    rmSync(dataDir, { recursive: true, force: true });
    await seedCrowd(dataDir, count, Date.now());
    writeFileSync(planted, '');
  }
  const emulator = await startEmulator({
    ...{ port: 0, dataDir, functionsDir: paths.functions, people, timers: false, functionEnv: testSettings },
    collections: collections as CollectionDeclarations,
  });
  console.log(`${count} customers are there after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { count, emulator, caller: await callerAt(emulator.url, sellers.manager) };
}

type Question = (crowd: Crowd, random: Random) => Promise<unknown>;

const ask = <Name extends OperationName>({ caller }: Crowd, name: Name, input: Input<Name>) => caller.ask(name, input);
const find =
  (more: Partial<Input<'crm.findCustomers'>>): Question =>
  (crowd) =>
    ask(crowd, 'crm.findCustomers', { shopId, ...more });
const count =
  (conditions: Input<'crm.countSegment'>['conditions']): Question =>
  (crowd) =>
    ask(crowd, 'crm.countSegment', { shopId, conditions });

const message = { kind: 'subscribe', title: '八年陈醋到店', tip: '这周到店还有新的小米' } as const;

const questions: Record<string, Question> = {
  'list, first page': find({}),
  'list, deep page': (crowd, random) =>
    ask(crowd, 'crm.findCustomers', { shopId, after: `${Date.now() - random.between(30, 300) * day}~x` }),
  'filter: RFM class': find({ rfm: 'champion' }),
  'filter: source': find({ family: 'friends' }),
  'filter: tag': find({ tag: '茶友' }),
  'filter: 200 yuan and more': find({ amountAtLeast: fen(20_000) }),
  'filter: bought in 30 days': find({ boughtWithinDays: 30 }),
  'filter: all of these': find({ follows: true, rfm: 'champion', family: 'friends', amountAtLeast: fen(20_000) }),
  'search: a surname': find({ words: '郭' }),
  'search: a phone': find({ words: '1234' }),
  'count: follow, class': count({ follows: true, classes: ['champion', 'loyal'] }),
  'count: tag, days': count({ tag: '茶友', notBoughtForDays: 60 }),
  'count: amount, days': count({ amountAtLeast: fen(20_000), notBoughtForDays: 60 }),
  'preview of a campaign': (crowd) =>
    ask(crowd, 'crm.previewCampaign', {
      shopId,
      conditions: { follows: true, classes: ['champion'] },
      message,
      gapDays: 7,
    }),
};

async function printQuestion(what: string, crowds: readonly Crowd[], question: Question): Promise<void> {
  const found = new Map(crowds.map((crowd) => [crowd, { ms: [] as number[], documents: [] as number[], exact: '' }]));
  const randoms = new Map(crowds.map((crowd) => [crowd, seededRandom(7)]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [crowd, measured] of found) {
      const began = performance.now();
      const answer = await question(crowd, randoms.get(crowd) ?? seededRandom(7));
      const took = performance.now() - began;
      if (round < 0) continue;
      measured.ms.push(took);
      measured.exact = exactness(answer);
      // Asking what was read costs more than reading it.
      if (round % 10 === 0) measured.documents.push(scannedBy(await lastCall(crowd, 'crm')));
    }
  }
  printFigures(
    what,
    [...found.entries()].map(([{ count }, measured]) => ({ count, ...measured })),
  );
}

/** What the answer of a count says of itself. */
function exactness(answer: unknown): string {
  const { exact } = Object(answer) as { exact?: boolean };
  if (exact === undefined) return '';
  return exact ? 'exact' : 'not exact';
}

/** As many pages as one run of the minute's chores has time for. */
async function printSendPlan(crowds: readonly Crowd[]): Promise<void> {
  const measured = [];
  for (const crowd of crowds) measured.push({ count: crowd.count, exact: '', ...(await planSending(crowd)) });
  printFigures('sending: plan of 100', measured);
}

/** Lets a campaign walk that leaves everybody out, because nobody allows a message: what is left of sending is the plan. */
async function planSending(crowd: Crowd): Promise<{ ms: number[]; documents: number[] }> {
  const campaignId = `plan-of-${Date.now()}`;
  const plan = { name: '谁也收不到', conditions: {}, message, startAt: Date.now(), gapDays: 1 };
  await ask(crowd, 'crm.saveCampaign', { shopId, campaignId, ...plan, window: { from: '00:00', to: '23:59' } });
  await ask(crowd, 'crm.startCampaign', { shopId, campaignId });
  await doorsOf(crowd.emulator.url).tick('people');
  // A large crowd takes more runs than one; the next bench begins anew.
  await crowd.caller.call('crm.stopCampaign', { shopId, campaignId });
  const call = await lastCall(crowd, 'people');
  const pages = (call?.databaseCalls ?? []).filter(({ collection, plan: read }) => collection === 'customers' && read);
  const ms = pages.slice(1).map(({ at }, index) => at - (pages[index]?.at ?? at));
  return { ms, documents: [Math.round(scannedBy(call) / pages.length)] };
}

/** What was measured of one crowd. */
interface Measured {
  count: number;
  ms: readonly number[];
  documents: readonly number[];
  exact: string;
}

function printFigures(what: string, crowds: readonly Measured[]): void {
  const least = quantile(crowds[0]?.ms ?? [], 0.5);
  console.log(`\n${what.padEnd(26)} p50 ms   p99 ms   times   documents read (most)`);
  for (const { count, ms, documents, exact } of crowds) {
    const p50 = quantile(ms, 0.5);
    noteFigure({
      name: `${what}, ${count}`,
      value: p50,
      unit: 'ms',
      times: p50 / least,
      of: `${crowds[0]?.count} customers`,
    });
    const figures = [p50.toFixed(1).padStart(6), quantile(ms, 0.99).toFixed(1).padStart(9)];
    const times = (p50 / least).toFixed(2).padStart(8);
    const read = String(Math.max(...documents)).padStart(8);
    console.log(`${String(count).padEnd(26)} ${figures.join('')}${times}${read}   ${exact}`);
  }
}

/** The last invocation of a function. */
async function lastCall({ emulator }: Crowd, name: string): Promise<CallRecord | undefined> {
  const response = await fetch(`${emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: CallRecord[] };
  return calls.find((each) => each.function === name);
}

/** How many documents an invocation looked at. */
const scannedBy = (call: CallRecord | undefined): number =>
  (call?.databaseCalls ?? []).reduce((sum, { plan }) => sum + (plan?.scanned ?? 0), 0);

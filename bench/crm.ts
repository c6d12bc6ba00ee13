import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import collections from '../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { type Emulator, startEmulator } from '../emulator/Emulator';
import { buildFunctions } from '../scripts/buildFunctions';
import { paths } from '../scripts/paths';
import type { Input, OperationName } from '../shared/contract';
import { fen } from '../shared/kernel/money';
import { type CloudBase, connect } from '../test/support/connect';
import { testSettings } from '../test/support/demoSettings';
import { type Caller, callerAt } from '../test/support/Storefront';
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
  cloudbase: CloudBase;
}

const rounds = 60;
const warmUp = 10;
const day = 86_400_000;

/**
 * `npm run bench -- crm`: lists, filters, counts, previews and a page of a campaign's walk over one shop's 5 000 and 100 000
 * customers, through function and SDK; `--full` adds a million, which takes some minutes to plant. The crowds take turns.
 * `CRM_DATA` names a folder where they are kept for the next run.
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
  } finally {
    await Promise.all(crowds.map(({ emulator }) => emulator.stop()));
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

async function openCrowd(dataDir: string, count: number): Promise<Crowd> {
  const began = performance.now();
  const planted = path.join(dataDir, 'planted');
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
  const [caller, cloudbase] = await Promise.all([callerAt(emulator.url, sellers.clerk), connect(emulator.url)]);
  return { count, emulator, caller, cloudbase };
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
  'a campaign’s page': async ({ cloudbase }, random) => {
    const db = cloudbase.database();
    const beyond = db.command.gt(`${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[random.between(0, 25)]}`);
    await db.collection('customers').where({ shopId, _id: beyond }).orderBy('_id', 'asc').limit(100).get();
  },
};

async function printQuestion(what: string, crowds: readonly Crowd[], question: Question): Promise<void> {
  const found = new Map(crowds.map((crowd) => [crowd, { ms: [] as number[], documents: [] as number[] }]));
  const randoms = new Map(crowds.map((crowd) => [crowd, seededRandom(7)]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const crowd of crowds) {
      const began = performance.now();
      await question(crowd, randoms.get(crowd) ?? seededRandom(7));
      const took = performance.now() - began;
      if (round < 0) continue;
      found.get(crowd)?.ms.push(took);
      // Asking what was read costs more than reading it.
      if (round % 10 === 0) found.get(crowd)?.documents.push(await documentsRead(crowd));
    }
  }
  console.log(`\n${what.padEnd(26)} p50 ms   p99 ms   documents read (most)`);
  for (const [{ count: customers }, { ms, documents }] of found) {
    noteFigure({ name: `${what}, ${customers}`, value: quantile(ms, 0.5), unit: 'ms' });
    const figures = [quantile(ms, 0.5).toFixed(1).padStart(6), quantile(ms, 0.99).toFixed(1).padStart(9)];
    console.log(`${String(customers).padEnd(26)} ${figures.join('')}${String(Math.max(...documents)).padStart(12)}`);
  }
}

async function documentsRead({ emulator }: Crowd): Promise<number> {
  const response = await fetch(`${emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { databaseCalls: { plan?: { scanned: number } }[] }[] };
  return (calls[0]?.databaseCalls ?? []).reduce((sum, { plan }) => sum + (plan?.scanned ?? 0), 0);
}

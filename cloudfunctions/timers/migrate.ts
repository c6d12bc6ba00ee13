import { db, insertMissing, readMany } from '../_runtime/database';
import { removeStrayCustomers } from '../crm/public';

/** A change of records that are there already: a walk in steps, each safe twice. */
type Step = (after: string) => Promise<string>;

/** How far a migration got; the id is its name. */
interface MigrationRecord {
  _id: string;
  /** Where the next step begins; empty at first. */
  after: string;
  /** ms since 1970 */
  doneAt?: number;
}

/**
 * All migrations in their order, by number and name. One that was ever deployed stays as it is; none takes away what the code
 * before it reads (ADR 0021).
 */
const migrations: readonly (readonly [name: string, step: Step])[] = [['0001-stray-customers', removeStrayCustomers]];

const collection = 'migrations';
const mostSteps = 20;

/** Takes some steps of the first migration that is not done. Answers how many. */
export async function migrate(now: number): Promise<number> {
  const records = await readMany<MigrationRecord>(
    collection,
    migrations.map(([name]) => name),
  );
  const next = migrations.find(([name]) => records.find(({ _id }) => _id === name)?.doneAt === undefined);
  if (!next) return 0;
  const [_id, step] = next;
  const known = records.find((each) => each._id === _id);
  if (!known) await insertMissing(collection, [{ _id, after: '' } as MigrationRecord]);
  return walk(_id, known?.after ?? '', step, now);
}

async function walk(_id: string, from: string, step: Step, now: number): Promise<number> {
  let after = from;
  for (let steps = 1; steps <= mostSteps; steps += 1) {
    after = await step(after);
    const progress = after === 'done' ? { doneAt: now } : { after };
    await db.collection(collection).doc(_id).update(progress);
    if (after === 'done') return steps;
  }
  return mostSteps;
}

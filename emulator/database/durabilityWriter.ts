import { openDatabase } from './Database';
import { wire } from './testDatabase';

const [, , dataDir = '', round = ''] = process.argv;

/** Writes for ever, eight at a time, and prints each id once its write was answered. Run and killed by durability.test.ts. */
async function write(): Promise<void> {
  const declarations = { collections: { writes: { indexes: [{ name: 'n', fields: { n: 1 as const } }] } } };
  const database = openDatabase({ dataDir, collections: declarations, now: Date.now });
  const add = async (lane: number) => {
    for (let n = 0; ; n++) {
      const _id = `${round}-${lane}-${n}`;
      await database.handle('database.insertDocument', { collectionName: 'writes', data: [wire({ _id, n })] });
      process.stdout.write(`${_id}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, lane) => add(lane)));
}

void write();

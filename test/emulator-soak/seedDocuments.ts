import { openDatabase } from '../../emulator/database/Database';
import { startEmulator } from '../../emulator/Emulator';
import { Bank } from './Bank';

const batch = 1000;

/** Makes a data folder and plants small documents in it, straight through the database. */
export async function seedDocuments(dataDir: string, documents: number): Promise<void> {
  await (await startEmulator({ port: 0, dataDir, collections: Bank.collections })).stop();
  const database = openDatabase({ dataDir, collections: Bank.collections, now: Date.now });
  for (let first = 0; first < documents; first += batch) {
    const data = Array.from({ length: Math.min(batch, documents - first) }, (_, n) =>
      JSON.stringify({ _id: `seed-${first + n}`, shelf: (first + n) % 5000, name: `茶 ${first + n}` }),
    );
    await database.handle('database.insertDocument', { collectionName: 'shelves', data });
  }
  database.close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '../../emulator/Emulator';
import { type CloudBase, connect } from '../support/connect';
import { collections, type Document, type Environment, type Row } from './Row';

/** Where the rows are run. */
export interface Source {
  app: CloudBase;
  close(): Promise<void>;
}

/** Makes a source. A real environment would log in here; it must have the collections and indexes of `Row.ts`. */
export type OpenSource = () => Promise<Source>;

/** An emulator of its own in a new folder, with the unmodified SDK pointed at it. */
export const emulatorSource: OpenSource = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'conformance-'));
  const emulator = await startEmulator({ port: 0, dataDir, collections: { collections } });
  return {
    app: await connect(emulator.url),
    close: async () => {
      await emulator.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
};

/** The SDK's objects and the collections of the rows. */
export function environmentOf({ app }: Source): Environment {
  const db = app.database();
  return {
    app,
    db,
    _: db.command,
    $: db.command.aggregate,
    items: db.collection('conformance'),
    others: db.collection('conformance_others'),
    places: db.collection('conformance_places'),
    coded: db.collection('conformance_coded'),
  };
}

/** Leaves in the collections exactly what the row gives. */
export async function arrange(environment: Environment, row: Row): Promise<void> {
  for (const name of ['items', 'others', 'places', 'coded'] as const) {
    await environment[name].where({ _id: environment._.exists(true) }).remove();
    const documents: readonly Document[] = row[name] ?? [];
    if (documents.length > 0) await environment[name].add(documents.map((each) => ({ ...each })));
  }
}

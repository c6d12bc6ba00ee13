import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { Sqlite } from './Sqlite';

let folder: string;
let file: string;
let sqlite: Sqlite;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sqlite-'));
  file = path.join(folder, 'teas.sqlite');
  sqlite = new Sqlite(file);
  sqlite.exec('create table teas (leaf blob)');
});

afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

function writeTenMegabytes(): void {
  for (let n = 0; n < 100; n++) sqlite.run('insert into teas values (?)', Buffer.alloc(100_000, n));
}

test('a held file stays as it is while writes go on, and takes them afterwards', () => {
  const release = sqlite.holdFile();
  const before = readFileSync(file);
  writeTenMegabytes();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(() => sqlite.holdFile()).toThrow('is already held');
  release();
  writeTenMegabytes();
  expect(readFileSync(file).length).toBeGreaterThan(10_000_000);
});

test('a file that another program reads cannot be held', () => {
  const other = new Libsql(file);
  other.exec('begin; select * from teas');
  sqlite.run('insert into teas values (?)', Buffer.alloc(10));
  expect(() => sqlite.holdFile()).toThrow(`Another program has ${file} open`);
  expect(() => sqlite.refuseShared()).toThrow(`Another program has ${file} open`);
  other.close();
  sqlite.refuseShared();
  sqlite.holdFile()();
});

test('closing leaves no WAL, even in the middle of a transaction, and may be done twice', () => {
  sqlite.exec('begin');
  writeTenMegabytes();
  sqlite.close();
  sqlite.close();
  expect(sqlite.inTransaction).toBe(false);
  expect(() => readFileSync(`${file}-wal`)).toThrow('ENOENT');
  const again = new Sqlite(file);
  expect(again.row('select count(*) as total from teas')).toMatchObject({ total: 0 });
  again.close();
});

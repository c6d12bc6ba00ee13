import type { Sqlite } from '../../dataFolder/Sqlite';

/** Drops all indexes; the next opening builds them anew from the documents. For files whose keys are written otherwise. */
export function forgetIndexes(sqlite: Sqlite): void {
  const tables = sqlite.rows<{ name: string }>(
    `select name from sqlite_schema where name glob 'index_[0-9]*' or (name glob 'geo_[0-9]*' and name not glob 'geo_*_*')`,
  );
  sqlite.exec('begin immediate');
  for (const { name } of tables) sqlite.exec(`drop table ${name}`);
  sqlite.exec('drop table if exists indexes');
  sqlite.exec('commit');
}

import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';
import { csvProblems } from '../csvProblems';

/** The bytes of a file, as base64; at most 200 KB. Which characters they are, the shop finds out. */
const File = v.pipe(v.string(), v.nonEmpty(), v.maxLength(270_000), v.base64());

/** What is wrong at one place of a sheet; rows as a spreadsheet counts them, the column by its title. */
const Problem = v.object({ row: v.number(), column: v.string(), because: v.picklist(csvProblems) });

const problems = {
  /** The first hundred. */
  problems: v.array(Problem),
  problemCount: v.number(),
};

/** Nothing of it can be read: neither UTF-8 nor GBK, no rows, or more than 500. */
const FILE_UNREADABLE = v.object({ because: v.picklist(['encoding', 'empty', 'tooManyRows']) });

/** Goods as a sheet that spreadsheets read: one row a SKU. */
export const csvOperations = {
  /** All goods of a shop (at most 1 000) with what they sell, as CSV in UTF-8 with a byte order mark. */
  exportProducts: {
    who: 'manager',
    limit: { times: 30, seconds: 3600 },
    audit: [],
    input: v.object({ shopId: Id }),
    output: v.object({ file: v.string(), products: v.number(), skus: v.number() }),
    refusals: {},
  },
  /** What an import of this file would change; nothing is written. */
  previewImport: {
    who: 'manager',
    limit: { times: 60, seconds: 3600 },
    input: v.object({ shopId: Id, file: File }),
    output: v.object({
      encoding: v.picklist(['utf-8', 'gb18030']),
      rows: v.number(),
      /** Products that would be made or changed, with the titles of the columns that differ. */
      changes: v.array(
        v.object({
          productId: Id,
          name: v.string(),
          kind: v.picklist(['new', 'changed']),
          skus: v.number(),
          columns: v.array(v.string()),
        }),
      ),
      /** How many are already as the file says. */
      same: v.number(),
      /** SKUs that have another stock than the file says: stock is not imported, but counted. */
      stockIgnored: v.number(),
      ...problems,
    }),
    refusals: { FILE_UNREADABLE },
  },
  /**
   * Imports a file of which every row is right; of any other nothing is written. Some products a call: while `left` is
   * not 0, the same call goes on. What is already as the file says is not written again, so a call may be repeated.
   */
  importProducts: {
    who: 'manager',
    limit: { times: 600, seconds: 3600 },
    audit: ['importId'],
    input: v.object({
      shopId: Id,
      /** Made by the client once per import. */
      importId: Id,
      file: File,
    }),
    output: v.object({ written: v.number(), left: v.number() }),
    refusals: {
      FILE_UNREADABLE,
      ROWS_WRONG: v.object(problems),
      /** Somebody saved this product in the same moment; the same call goes on. */
      CHANGED_MEANWHILE: v.object({ version: v.number() }),
    },
  },
} satisfies Contract;

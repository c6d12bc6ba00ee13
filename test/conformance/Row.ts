import type { CloudBase } from '../support/connect';

/** The SDK's database object. */
export type Db = ReturnType<CloudBase['database']>;

/** A document as a row spells it. */
export type Document = Record<string, unknown>;

/** The collections the rows use, and what is declared of each; an environment needs these and nothing else. */
export const collections = {
  conformance: { indexes: [] },
  conformance_others: { indexes: [] },
  conformance_places: { indexes: [{ name: 'at', fields: { at: '2dsphere' } }] },
  conformance_coded: { indexes: [{ name: 'code', fields: { code: 1 }, unique: true }] },
} as const;

/** What a row's call works with: the SDK's own objects and the collections, holding only what the row gave. */
export interface Environment {
  app: CloudBase;
  db: Db;
  _: Db['command'];
  $: Db['command']['aggregate'];
  items: ReturnType<Db['collection']>;
  /** Joined with by `$lookup`. */
  others: ReturnType<Db['collection']>;
  /** Has a 2dsphere index on `at`. */
  places: ReturnType<Db['collection']>;
  /** Has a unique index on `code`. */
  coded: ReturnType<Db['collection']>;
}

/** What must come of a row's call. `because` is shown in the table; `names` is in the message of the NOT_EMULATED. */
export type Outcome =
  | { answers: unknown }
  | { fails: { code: string; message: RegExp } }
  | { notEmulated: { names: string; because: string } };

/** One documented feature with a case: what is stored, what is called, what must come back. */
export interface Row {
  /** As spelled in the SDK, with what is peculiar about the case. Unique within its section. */
  name: string;
  items?: readonly Document[];
  others?: readonly Document[];
  places?: readonly Document[];
  coded?: readonly Document[];
  call: (environment: Environment) => Promise<unknown>;
  outcome: Outcome;
}

/** Rows that belong under one heading of the table. */
export interface Section {
  title: string;
  rows: readonly Row[];
}

/** The ids of an answer's documents, in their order. */
export const idsOf = ({ data }: { data: Document[] }): unknown[] => data.map(({ _id }) => _id);

/** Documents numbered from 1, each with one value of the field `v`; `undefined` leaves the field out. */
export const withValues = (...values: readonly unknown[]): Document[] =>
  values.map((v, i) => (v === undefined ? { _id: i + 1 } : { _id: i + 1, v }));

/** A row about a stage or expression: what an aggregation over `items` answers. */
export const aggregates = (
  name: string,
  items: readonly Document[],
  build: (environment: Environment) => { end(): Promise<{ data: Document[] }> },
  answers: unknown,
  others: readonly Document[] = [],
): Row => ({
  name,
  items,
  others,
  call: async (environment) => (await build(environment).end()).data,
  outcome: { answers },
});

/** A row about one expression: its value for one document with these fields. `undefined`: the field is left out. */
export const gives = (
  name: string,
  expression: (environment: Environment) => unknown,
  answer: unknown,
  fields: Document = {},
): Row =>
  aggregates(
    name,
    [{ _id: 1, ...fields }],
    (environment) => environment.items.aggregate().project({ _id: 0, answer: expression(environment) }),
    answer === undefined ? [{}] : [{ answer }],
  );

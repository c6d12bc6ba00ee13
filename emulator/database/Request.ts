import { decodeWireDocument } from './decodeWire';
import { invalidParam } from './failures';
import { withNow } from './mingo/withNow';
import type { Collection } from './storage/Collection';
import type { Store } from './storage/Store';
import type { Transactions } from './transactions';
import type { Document } from './values';
import type { Work } from './Work';

/** What every action works on. */
export interface Engine {
  store: Store;
  transactions: Transactions;
  /** Milliseconds, the emulator's clock. */
  now: () => number;
}

/** The fields of a wire request, read with the checks they need. */
export class Request {
  constructor(
    private readonly engine: Engine,
    private readonly params: Record<string, unknown>,
    readonly work: Work,
  ) {}

  /** Throws `DATABASE_COLLECTION_NOT_EXIST`. */
  get collection(): Collection {
    return this.engine.store.collection(this.collectionName);
  }

  get collectionName(): string {
    return this.#text('collectionName');
  }

  get transactionId(): string | undefined {
    return this.params.transactionId === undefined ? undefined : this.#text('transactionId');
  }

  /** The transaction id of an action that makes no sense without. */
  get ownTransactionId(): string {
    return this.#text('transactionId');
  }

  get query(): Document {
    const query = this.document('query');
    return '$expr' in query ? { ...query, $expr: withNow(query.$expr, this.engine.now()) } : query;
  }

  /** An EJSON field that holds a document; absent is `{}`. */
  document(name: string): Document {
    const text = this.params[name];
    const document = decodeWireDocument(text, this.engine.now());
    if (typeof text === 'string') this.work.watch(text, document);
    return document;
  }

  /** An array field, such as the documents of an insert. */
  list(name: string): unknown[] {
    const value = this.params[name];
    if (!Array.isArray(value)) throw invalidParam(`${name} must be an array`);
    return value;
  }

  /** A whole number from 0 up, or what to take when there is none. */
  count(name: string, otherwise: number): number {
    const value = this.params[name] ?? otherwise;
    if (!Number.isInteger(value) || Number(value) < 0) throw invalidParam(`${name} must be a whole number`);
    return Number(value);
  }

  /** True or false as sent; undefined if not sent. */
  flag(name: string): boolean | undefined {
    const value = this.params[name];
    if (value !== undefined && typeof value !== 'boolean') throw invalidParam(`${name} must be a boolean`);
    return value;
  }

  /** Whether a field was sent with something in it. */
  has(name: string): boolean {
    return this.params[name] !== undefined && this.params[name] !== '';
  }

  /** True for `doc(id)`, which means one document even where many could match. */
  get isDocumentQuery(): boolean {
    return this.params.queryType === 'DOC';
  }

  #text(name: string): string {
    const value = this.params[name];
    if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a non-empty string`);
    // Two names with half a character would be one on the disk, where texts are UTF-8.
    if (/\p{Surrogate}/u.test(value)) throw invalidParam(`${name} must be well-formed Unicode`);
    return value;
  }
}

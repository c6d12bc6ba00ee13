import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from './figures';

/** One run of one benchmark. */
export interface Run {
  /** `2026-11-23T12:00:00Z` */
  at: string;
  /** `2 cores, load 0.4` */
  machine: string;
  figures: readonly Figure[];
}

/** The latest run of each benchmark as a file each, and the one before of all of them as `last.json`, in one folder. */
export class KeptRuns {
  constructor(private readonly folder: string) {}

  /** Keeps a run; the latest so far becomes the one before. */
  keep(name: string, run: Run): void {
    const latest = this.latest().get(name);
    if (latest) this.#write(this.#lastFile, { ...Object.fromEntries(this.last()), [name]: latest });
    mkdirSync(this.#results, { recursive: true });
    this.#write(path.join(this.#results, `${name}.json`), run);
  }

  /** The latest run of each benchmark that ever ran here. */
  latest(): Map<string, Run> {
    const files = existsSync(this.#results) ? readdirSync(this.#results).sort() : [];
    return new Map(files.map((file) => [path.basename(file, '.json'), read(path.join(this.#results, file)) as Run]));
  }

  /** The run before the latest of each. */
  last(): Map<string, Run> {
    return new Map(existsSync(this.#lastFile) ? Object.entries(read(this.#lastFile) as Record<string, Run>) : []);
  }

  get #results(): string {
    return path.join(this.folder, 'results');
  }

  get #lastFile(): string {
    return path.join(this.folder, 'last.json');
  }

  #write(file: string, what: object): void {
    writeFileSync(file, `${JSON.stringify(what, null, 2)}\n`);
  }
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { behavioursOf, type WireAnswer } from './behavioursOf';

/** Requests that once made the emulator behave as none before them: replayed by every run, mutated, and added to. */
export class Corpus {
  /** Bodies of `POST /admin`. Grows while a run finds more. */
  readonly requests: string[];
  readonly #shortest = new Map<string, string>();

  constructor(private readonly file: string = path.join(__dirname, 'corpus', 'requests.jsonl')) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    this.requests = lines.map((line) => JSON.parse(line) as string);
  }

  /** Notes how a request was answered; keeps it if any of that is new, or was only seen of a longer one. */
  note(request: string, answer: WireAnswer): void {
    const behaviours = behavioursOf(request, answer).filter((behaviour) => this.#isNews(behaviour, request));
    for (const behaviour of behaviours) this.#shortest.set(behaviour, request);
    if (behaviours.length > 0 && !this.requests.includes(request)) this.requests.push(request);
  }

  /** How many behaviours were seen. */
  get behaviours(): number {
    return this.#shortest.size;
  }

  /** Writes the shortest request of each behaviour, as many as there is room for; answers how many. */
  save(): number {
    const requests = [...new Set(this.#shortest.values())].sort((a, b) => a.length - b.length);
    let size = 0;
    const lines = requests.map((request) => `${JSON.stringify(request)}\n`);
    const kept = lines.filter((line) => {
      size += Buffer.byteLength(line);
      return size <= largestFile;
    });
    writeFileSync(this.file, kept.join(''));
    return kept.length;
  }

  #isNews(behaviour: string, request: string): boolean {
    const known = this.#shortest.get(behaviour);
    // A little shorter is not worth a change of the file.
    return known === undefined || request.length < known.length / 2;
  }
}

/** Bytes. */
const largestFile = 190_000;

import { personal } from './canary';

interface LogLine {
  requestId: string;
  line: string;
}

/** Reads what functions print, again and again, and keeps every line that names a person or is no line of ours. */
export class LogWatch {
  readonly #found = new Set<string>();
  #read = 0;

  constructor(private readonly url: string) {}

  /** Lines looked at so far; those that are kept by the emulator for long are looked at more than once. */
  get read(): number {
    return this.#read;
  }

  get found(): readonly string[] {
    return [...this.#found];
  }

  /** The emulator keeps 2 000 lines; so this must come round before as many are printed. */
  async look(): Promise<void> {
    const answer = await fetch(`${this.url}/_emulator/log`);
    const { lines } = (await answer.json()) as { lines: LogLine[] };
    this.#read += lines.length;
    for (const { line } of lines) if (personal.test(line)) this.#found.add(line);
  }
}

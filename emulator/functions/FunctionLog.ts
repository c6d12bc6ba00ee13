/** One line a function printed. `at` is the emulator's time in ms; `requestId` is '' while the function loads. */
export interface LogLine {
  at: number;
  function: string;
  requestId: string;
  stream: 'stdout' | 'stderr';
  line: string;
}

const kept = 2000;

/** The last 2000 lines of all functions, oldest first. With `print`, each is also printed as it comes. */
export class FunctionLog {
  readonly #lines: LogLine[] = [];

  constructor(private readonly print: boolean) {}

  /** Adds printed text, split into lines. */
  add(printed: Omit<LogLine, 'line'>, text: string): void {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      this.#lines.push({ ...printed, line });
      if (this.print) console.log(`[${printed.function} ${printed.requestId.slice(0, 8)}] ${line}`);
    }
    this.#lines.splice(0, this.#lines.length - kept);
  }

  /** All kept lines, or those of one request. */
  lines(requestId?: string): readonly LogLine[] {
    return requestId === undefined ? this.#lines : this.#lines.filter((line) => line.requestId === requestId);
  }
}

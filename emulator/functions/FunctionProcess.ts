import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import * as v from 'valibot';
import { CloudBaseError } from '../CloudBaseError';
import type { FunctionConfig } from './readFunctionsConfig';

/** One event for a function: the event as JSON, and what CloudBase puts into process.env and `context` for it. */
export interface Invocation {
  requestId: string;
  eventJson: string;
  environment: Record<string, string>;
  context: Record<string, unknown>;
  clockOffsetMs: number;
}

/** What a function process is started with. `onOutput` gets everything it prints. */
export interface ProcessOptions {
  config: FunctionConfig;
  environment: Record<string, string>;
  onOutput(requestId: string, stream: 'stdout' | 'stderr', text: string): void;
}

// Loading the SDK takes a third of a second; a module that needs longer than this hangs.
const loadLimitMs = 20_000;

const Message = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('loadFailed'), stack: v.string() }),
  v.object({ type: v.literal('result'), resultJson: v.string() }),
  v.object({ type: v.literal('failed'), stack: v.string() }),
  v.object({
    type: v.literal('output'),
    requestId: v.string(),
    stream: v.picklist(['stdout', 'stderr']),
    text: v.string(),
  }),
]);

interface Waiting {
  requestId: string;
  timer: NodeJS.Timeout;
  resolve(resultJson: string): void;
  reject(error: CloudBaseError): void;
}

/** A child process that runs one function, one event at a time. It dies with its time limit, a crash, or `stop`. */
export class FunctionProcess {
  readonly #options: ProcessOptions;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  /** Settles when the function is loaded. Rejects with FUNCTIONS_EXECUTE_FAIL when it cannot be. */
  readonly loaded: Promise<unknown>;
  #waiting: Waiting | undefined;
  #lastWords = '';
  #alive = true;

  constructor(options: ProcessOptions) {
    this.#options = options;
    const { config, environment } = options;
    this.#child = fork(path.join(__dirname, 'functionHost.cjs'), [config.directory], {
      env: environment,
      cwd: config.directory,
      // Set, so that a TypeScript loader of this process is not handed on.
      execArgv: [`--max-old-space-size=${config.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message) => this.#receive(message));
    this.#child.stderr?.on('data', (chunk) => this.#hearLastWords(String(chunk)));
    this.#exited = new Promise((resolve) => {
      this.#child.on('close', () => {
        this.#die();
        resolve();
      });
      this.#child.on('error', (error) => {
        this.#lastWords = error.message;
        this.#die();
        resolve();
      });
    });
    this.loaded = this.#await('', loadLimitMs, () => undefined);
  }

  /** The operating system's id of the process, when it could be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** False once the process has ended or was told to. */
  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Runs one event and answers the result as JSON. Rejects with FUNCTIONS_EXECUTE_FAIL when the function throws or
   * the process dies, with FUNCTIONS_MEMORY_LIMIT_EXCEEDED when it dies for want of memory, and with
   * FUNCTIONS_TIME_LIMIT_EXCEEDED at its time limit, which ends the process.
   */
  invoke(invocation: Invocation): Promise<string> {
    return this.#await(invocation.requestId, this.#options.config.timeoutMs, () => this.#child.send(invocation));
  }

  /** Kills the process and waits until it is gone. */
  async stop(): Promise<void> {
    this.#alive = false;
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  #await(requestId: string, limitMs: number, begin: () => void): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#settle((waiting) => waiting.reject(timeLimitExceeded(limitMs)));
        void this.stop();
      }, limitMs);
      this.#waiting = { requestId, timer, resolve, reject };
      begin();
    });
  }

  #receive(received: unknown): void {
    const message = v.parse(Message, received);
    switch (message.type) {
      case 'output':
        this.#options.onOutput(message.requestId, message.stream, message.text);
        return;
      case 'ready':
        this.#settle((waiting) => waiting.resolve(''));
        return;
      case 'result':
        this.#settle((waiting) => waiting.resolve(message.resultJson));
        return;
      case 'failed':
      case 'loadFailed':
        this.#settle((waiting) => waiting.reject(executeFailed(message.stack)));
        return;
      default:
        message satisfies never;
    }
  }

  #hearLastWords(text: string): void {
    this.#lastWords = `${this.#lastWords}${text}`.slice(-4000);
    this.#options.onOutput(this.#waiting?.requestId ?? '', 'stderr', text);
  }

  #die(): void {
    this.#alive = false;
    const how = this.#child.signalCode ?? `exit code ${this.#child.exitCode}`;
    const words = `The function's process ended: ${how}. ${this.#lastWords}`.trim();
    // V8 ends a process that has reached --max-old-space-size with these words on stderr.
    const isOutOfMemory = this.#lastWords.includes('JavaScript heap out of memory');
    const error = isOutOfMemory ? memoryLimitExceeded(this.#options.config.memoryMb) : executeFailed(words);
    this.#settle((waiting) => waiting.reject(error));
  }

  #settle(tell: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    tell(waiting);
  }
}

function executeFailed(stackTrace: string): CloudBaseError {
  const message = JSON.stringify({ errorCode: 1, errorMessage: 'user code exception caught', stackTrace });
  return new CloudBaseError('FUNCTIONS_EXECUTE_FAIL', message);
}

function timeLimitExceeded(limitMs: number): CloudBaseError {
  return new CloudBaseError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${limitMs / 1000} seconds`);
}

function memoryLimitExceeded(limitMb: number): CloudBaseError {
  const message = `The function used more than its ${limitMb} MB (memorySize in cloudbaserc.json)`;
  return new CloudBaseError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message);
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../Clock';
import { CloudBaseError } from '../CloudBaseError';
import type { Caller } from './Caller';
import type { CallLog } from './CallLog';
import type { FunctionCall } from './FunctionCall';
import { FunctionInstances } from './FunctionInstances';
import type { FunctionLog } from './FunctionLog';
import { invocationEnvironment } from './invocationEnvironment';
import type { FunctionConfig, FunctionsConfig } from './readFunctionsConfig';

/** What the functions run with: their declarations, the variables each process gets, the clock and the logs. */
export interface FunctionPoolOptions {
  config: FunctionsConfig;
  /** Where the SDK finds this emulator. */
  url: string;
  /** Handed to every function; wins over what cloudbaserc.json declares. */
  environment: Record<string, string>;
  clock: Clock;
  calls: CallLog;
  log: FunctionLog;
}

/** Bytes of an event or a result, as on CloudBase. */
export const maxPayload = 6 * 1024 * 1024;

/** Runs cloud functions in child processes, as CloudBase does: one event at a time in each, identity per event. */
export class FunctionPool {
  readonly #instances = new Map<string, FunctionInstances>();

  constructor(private readonly options: FunctionPoolOptions) {}

  /**
   * Runs a function and answers its result as JSON text. Rejects with FUNCTION_NOT_FOUND, EXCEED_REQUEST_SIZE_LIMIT
   * (6 MB in, 6 MB out), FUNCTIONS_TIME_LIMIT_EXCEEDED, FUNCTIONS_MEMORY_LIMIT_EXCEEDED or FUNCTIONS_EXECUTE_FAIL.
   */
  async invoke({ requestId, name, event, caller }: FunctionCall): Promise<string> {
    const config = this.#find(name);
    const eventJson = JSON.stringify(event ?? {});
    refuseLarge('event', eventJson);
    const end = this.options.calls.begin({ requestId, name, event, caller });
    try {
      const resultJson = await this.#instancesOf(config).withProcess((process) =>
        process.invoke({ requestId, eventJson, ...this.#surroundings(config, requestId, caller) }),
      );
      refuseLarge('result', resultJson);
      end('ok');
      return resultJson;
    } catch (error) {
      end(error instanceof CloudBaseError ? error.code : 'SYS_ERR');
      throw error;
    }
  }

  /** Loads a function before it is needed. Rejects as `invoke` does when it cannot be loaded. */
  async prewarm(name: string): Promise<void> {
    await this.#instancesOf(this.#find(name)).withProcess(() => Promise.resolve());
  }

  /** Running processes, by function. */
  processes(): Record<string, number[]> {
    return Object.fromEntries([...this.#instances].map(([name, instances]) => [name, instances.pids()]));
  }

  /** Ends every process; calls under way are answered with an error. */
  async stop(): Promise<void> {
    await Promise.all([...this.#instances.values()].map((instances) => instances.stop()));
  }

  #find(name: string): FunctionConfig {
    const config = this.options.config.functions.get(name);
    if (config && existsSync(path.join(config.directory, 'index.js'))) return config;
    const reason = config ? `has no ${config.directory}/index.js` : 'is not declared in cloudbaserc.json';
    throw new CloudBaseError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name} ${reason}.`);
  }

  #instancesOf(config: FunctionConfig): FunctionInstances {
    const known = this.#instances.get(config.name);
    if (known) return known;
    const { log, clock } = this.options;
    const instances = new FunctionInstances({
      config,
      environment: this.#processEnvironment(config),
      onOutput: (requestId, stream, text) =>
        log.add({ at: clock.now(), function: config.name, requestId, stream }, text),
    });
    this.#instances.set(config.name, instances);
    return instances;
  }

  // What points an unmodified SDK at this emulator; without TENCENTCLOUD_RUNENV each call would probe a metadata host.
  #processEnvironment(config: FunctionConfig): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      TZ: 'UTC',
      // Before the options' own, so that whoever starts an emulator can stand between it and the functions.
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.options.url}/admin` }),
      ...config.environment,
      ...this.options.environment,
      TCB_ENV: this.options.config.envId,
      SCF_NAMESPACE: this.options.config.envId,
      SCF_FUNCTIONNAME: config.name,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'emulator',
      TENCENTCLOUD_SECRETKEY: 'emulator',
      SILENCE: 'true',
    };
  }

  #surroundings(config: FunctionConfig, requestId: string, caller: Caller) {
    const { envId } = this.options.config;
    const environment = invocationEnvironment(envId, requestId, caller);
    const context = {
      memory_limit_in_mb: config.memoryMb,
      time_limit_in_ms: config.timeoutMs,
      request_id: requestId,
      function_name: config.name,
      function_version: '$LATEST',
      namespace: envId,
      environment: JSON.stringify(environment),
      environ: Object.entries(environment)
        .map(([key, value]) => `${key}=${value}`)
        .join(';'),
    };
    return { environment, context, clockOffsetMs: this.options.clock.offsetMs() };
  }
}

function refuseLarge(what: 'event' | 'result', payload: string): void {
  if (Buffer.byteLength(payload) <= maxPayload) return;
  throw new CloudBaseError('EXCEED_REQUEST_SIZE_LIMIT', `The ${what} of a function may have 6 MB at most.`);
}

import path from 'node:path';
import * as v from 'valibot';
import { NotEmulated } from '../CloudBaseError';
import { readFileIfThere } from '../readFileIfThere';
import { Cron } from './Cron';

/** One deployed function, as `cloudbaserc.json` declares it. */
export interface FunctionConfig {
  name: string;
  /** Holds index.js. */
  directory: string;
  timeoutMs: number;
  memoryMb: number;
  environment: Record<string, string>;
  /** `config` is the 7-field expression that `cron` was read from. */
  timers: readonly { name: string; config: string; cron: Cron }[];
}

/** The functions of one environment, and the HTTP paths that lead to them. */
export interface FunctionsConfig {
  envId: string;
  functions: ReadonlyMap<string, FunctionConfig>;
  httpAccess: readonly { path: string; function: string }[];
}

const Declaration = v.object({
  envId: v.string(),
  functionRoot: v.string(),
  functions: v.array(
    v.object({
      name: v.string(),
      timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
      memorySize: v.optional(v.number(), 256),
      handler: v.optional(v.string(), 'index.main'),
      envVariables: v.optional(v.record(v.string(), v.string()), {}),
      triggers: v.optional(v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })), []),
    }),
  ),
  httpAccess: v.optional(v.array(v.object({ path: v.string(), function: v.string() })), []),
});

/**
 * Reads `cloudbaserc.json` of a built functions folder; without a folder there are no functions. Throws one sentence
 * when the file or a timer in it is missing or wrong, and NotEmulated for a handler other than `index.main`.
 */
export function readFunctionsConfig(functionsDir: string | undefined): FunctionsConfig {
  if (functionsDir === undefined) return { envId: 'local', functions: new Map(), httpAccess: [] };
  const { envId, functionRoot, functions, httpAccess } = readDeclaration(path.join(functionsDir, 'cloudbaserc.json'));
  const byName = new Map<string, FunctionConfig>();
  for (const { name, timeout, memorySize, handler, envVariables, triggers } of functions) {
    if (handler !== 'index.main') throw new NotEmulated(`the handler ${handler} of the function ${name}`);
    byName.set(name, {
      name,
      directory: path.resolve(functionsDir, functionRoot, name),
      timeoutMs: timeout * 1000,
      memoryMb: memorySize,
      environment: envVariables,
      timers: triggers.map(({ name, config }) => ({ name, config, cron: new Cron(config) })),
    });
  }
  return { envId, functions: byName, httpAccess };
}

function readDeclaration(file: string): v.InferOutput<typeof Declaration> {
  const source = readFileIfThere(file);
  if (!source) throw new Error(`There are no built functions here: ${file} does not exist.`);
  const parsed = v.safeParse(Declaration, JSON.parse(source.toString('utf8')));
  if (parsed.success) return parsed.output;
  throw new Error(`${file}: ${v.getDotPath(parsed.issues[0]) ?? 'file'}: ${parsed.issues[0].message}`);
}

import { type CloudBaseEnvironment, codeIn, type FunctionDetail, isTimer } from './CloudBaseEnvironment';
import type { Environment, FunctionState } from './Environment';

/** Reads what an environment has. The API takes 20 requests a second; these go eight at a time. */
export async function readEnvironment(cloud: CloudBaseEnvironment): Promise<Environment> {
  const [collections, functions, paths, storageRule] = await Promise.all([
    cloud.listCollections(),
    cloud.listFunctions(),
    cloud.readPaths(),
    cloud.readStorageRule(),
  ]);
  return {
    collections: await eachOf(collections, async (name) => {
      const [indexes, locked] = await Promise.all([cloud.readIndexes(name), cloud.isLocked(name)]);
      return { indexes, locked };
    }),
    functions: await eachOf(functions, async (name) => stateOf(await cloud.readFunction(name))),
    paths,
    storageRule,
  };
}

async function eachOf<Value>(
  names: readonly string[],
  read: (name: string) => Promise<Value>,
): Promise<Map<string, Value>> {
  const all = new Map<string, Value>();
  for (let from = 0; from < names.length; from += 4) {
    const some = names.slice(from, from + 4);
    const values = await Promise.all(some.map(read));
    for (const [index, value] of values.entries()) all.set(some[index] ?? '', value);
  }
  return all;
}

function stateOf({ Description, Timeout, MemorySize, Environment, Triggers }: FunctionDetail): FunctionState {
  const cron = (Triggers ?? []).find(isTimer)?.TriggerDesc;
  return {
    code: codeIn(Description) ?? 'unknown',
    timeout: Timeout,
    memorySize: MemorySize,
    variables: Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
    ...(cron && { cron: cronIn(cron) }),
  };
}

/** Described as `{"cron":"0 * * * * * *"}`, or bare. */
function cronIn(text: string): string {
  return /"cron"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? text;
}

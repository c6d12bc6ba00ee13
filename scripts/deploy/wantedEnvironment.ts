import collections from '../../cloudfunctions/collections.json';
import { deployments } from '../../cloudfunctions/deploy';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import type { Bundle } from './bundles';
import type { Environment, FunctionState } from './Environment';

/** The environment that the declarations, the deploy map and the built code ask for, with these variables' values. */
export function wantedEnvironment(
  bundles: ReadonlyMap<string, Bundle>,
  values: Readonly<Record<string, string>>,
): Environment {
  const declared = (collections as CollectionDeclarations).collections;
  return {
    collections: new Map(Object.entries(declared).map(([name, { indexes }]) => [name, { indexes, locked: true }])),
    functions: new Map(
      [...bundles].map(([name, { code, settings }]): [string, FunctionState] => {
        const { timeout = 10, memorySize = 256, cron } = deployments[name] ?? {};
        // A function gets only what its own code reads.
        const read = settings.filter((setting) => values[setting] !== undefined);
        const variables = Object.fromEntries(read.map((setting) => [setting, values[setting] ?? '']));
        return [name, { code, timeout, memorySize, variables, ...(cron && { cron }) }];
      }),
    ),
    paths: new Map(
      Object.entries(deployments).flatMap(([name, { httpPath }]) => (httpPath ? [[httpPath, name] as const] : [])),
    ),
    storageRule: 'READONLY',
  };
}

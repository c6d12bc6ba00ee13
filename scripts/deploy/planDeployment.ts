import type { IndexDeclaration } from '../../emulator/database/declarations';
import type { Environment, FunctionState } from './Environment';

/** One thing to do to an environment. Each may be done again without harm. */
export type Step =
  | { do: 'createCollection'; collection: string }
  | { do: 'createIndex'; collection: string; index: IndexDeclaration; replaces: boolean }
  | { do: 'lockCollection'; collection: string }
  | { do: 'setStorageRule'; rule: string }
  | { do: 'createFunction'; name: string; state: FunctionState }
  | { do: 'updateFunction'; name: string; state: FunctionState; changes: Change[] }
  | { do: 'setTimer'; name: string; cron: string | undefined }
  | { do: 'openPath'; path: string; function: string };

/** What of a function changes. */
export type Change = 'code' | 'timeout' | 'memorySize' | `variable ${string}`;

/** A plan, and what is there that nobody asked for: it is named and left alone. */
export interface Plan {
  steps: Step[];
  strangers: string[];
}

/**
 * What turns one environment into another, in an order in which nothing runs before what it needs. Pure; of two equal
 * environments there are no steps. Nothing is ever deleted but an index whose declaration changed, and a timer.
 */
export function planDeployment(present: Environment, wanted: Environment): Plan {
  return {
    steps: [
      ...collectionSteps(present, wanted),
      ...(present.storageRule === wanted.storageRule
        ? []
        : [{ do: 'setStorageRule', rule: wanted.storageRule } as const]),
      ...[...wanted.functions].flatMap(([name, state]) => functionSteps(name, present.functions.get(name), state)),
      ...[...wanted.paths].flatMap(([path, name]): Step[] =>
        present.paths.get(path) === name ? [] : [{ do: 'openPath', path, function: name }],
      ),
    ],
    strangers: strangersIn(present, wanted),
  };
}

function collectionSteps(present: Environment, wanted: Environment): Step[] {
  return [...wanted.collections].flatMap(([collection, { indexes }]): Step[] => {
    const there = present.collections.get(collection);
    const changed = indexes.filter((index) => !there?.indexes.some((known) => isSame(known, index)));
    return [
      ...(there ? [] : [{ do: 'createCollection', collection } as const]),
      // Locked before anything is written there.
      ...(there?.locked ? [] : [{ do: 'lockCollection', collection } as const]),
      ...changed.map((index) => {
        const replaces = there?.indexes.some(({ name }) => name === index.name) ?? false;
        return { do: 'createIndex', collection, index, replaces } as const;
      }),
    ];
  });
}

function functionSteps(name: string, there: FunctionState | undefined, wanted: FunctionState): Step[] {
  const timer: Step[] = there?.cron === wanted.cron ? [] : [{ do: 'setTimer', name, cron: wanted.cron }];
  if (!there) return [{ do: 'createFunction', name, state: wanted }, ...timer];
  const changes: Change[] = [
    ...(['code', 'timeout', 'memorySize'] as const).filter((what) => there[what] !== wanted[what]),
    ...Object.entries(wanted.variables)
      .filter(([variable, value]) => there.variables[variable] !== value)
      .map(([variable]) => `variable ${variable}` as const),
  ];
  if (changes.length === 0) return timer;
  // Setting variables drops those that are not said again, and somebody may have set some by hand.
  const state = { ...wanted, variables: { ...there.variables, ...wanted.variables } };
  return [{ do: 'updateFunction', name, state, changes }, ...timer];
}

function strangersIn(present: Environment, wanted: Environment): string[] {
  const unknown = (what: string, there: ReadonlyMap<string, unknown>, known: ReadonlyMap<string, unknown>) =>
    [...there.keys()].filter((name) => !known.has(name)).map((name) => `${what} ${name}`);
  return [
    ...unknown('collection', present.collections, wanted.collections),
    ...[...wanted.collections].flatMap(([collection, { indexes }]) =>
      (present.collections.get(collection)?.indexes ?? [])
        .filter(({ name }) => !indexes.some((index) => index.name === name))
        .map(({ name }) => `index ${collection}.${name}`),
    ),
    ...unknown('function', present.functions, wanted.functions),
    ...unknown('path', present.paths, wanted.paths),
  ];
}

const isSame = (one: IndexDeclaration, other: IndexDeclaration): boolean =>
  one.name === other.name &&
  Boolean(one.unique) === Boolean(other.unique) &&
  JSON.stringify(Object.entries(one.fields)) === JSON.stringify(Object.entries(other.fields));

/** A step in a line. The values of variables are in none. */
export function stepText(step: Step): string {
  switch (step.do) {
    case 'createCollection':
      return `collection ${step.collection}`;
    case 'createIndex':
      return `${step.replaces ? 'replace ' : ''}index ${step.collection}.${step.index.name} (${fieldsText(step.index)})`;
    case 'lockCollection':
      return `no client reads or writes ${step.collection}`;
    case 'setStorageRule':
      return `files: everyone reads, only who made one changes it (${step.rule})`;
    case 'createFunction':
      return `function ${step.name}, ${step.state.memorySize} MB, ${step.state.timeout} s, variables: ${variablesText(step.state)}`;
    case 'updateFunction':
      return `function ${step.name}: ${step.changes.join(', ')}`;
    case 'setTimer':
      return step.cron ? `timer of ${step.name}: ${step.cron}` : `no timer of ${step.name} any more`;
    case 'openPath':
      return `HTTP access ${step.path} → ${step.function}`;
  }
}

const fieldsText = ({ fields, unique }: IndexDeclaration): string =>
  `${Object.entries(fields)
    .map(([field, direction]) => `${field} ${direction}`)
    .join(', ')}${unique ? ', unique' : ''}`;

const variablesText = ({ variables }: FunctionState): string => Object.keys(variables).join(' ') || 'none';

/** What happened, in the order in which it was answered. A value is written once in a history, so it names its writer. */
export interface Event {
  kind: 'read' | 'write' | 'commit' | 'abort';
  /** The transaction's number; each is used for one transaction. */
  by: number;
  key: string;
  value: string;
}

/** What every key holds before anybody wrote it. */
export const initial = 'initial';

/**
 * What a history has that snapshot isolation forbids, one sentence each: a dirty read, a read that does not repeat, a read
 * of another moment than the transaction's first operation, a lost update. Write skew is allowed.
 */
export function violations(history: readonly Event[]): string[] {
  return [...history.entries()].flatMap(([at, event]) => {
    if (event.kind === 'read') return badRead(history, at, event);
    return event.kind === 'commit' ? lostUpdates(history, at, event) : [];
  });
}

function badRead(history: readonly Event[], at: number, { by, key, value }: Event): string[] {
  const before = history.slice(0, at);
  const own = before.filter((event) => event.by === by && event.key === key);
  const lastOwn = own.at(-1);
  if (lastOwn) return lastOwn.value === value ? [] : [`${by} does not read ${key} again: ${lastOwn.value}, ${value}`];
  if (
    value !== initial &&
    !before.some(({ kind, by: writer }) => kind === 'commit' && wrote(history, writer, key, value))
  )
    return [`${by} reads ${key} dirty: ${value}`];
  const expected = committedValue(history.slice(0, startOf(history, by)), key);
  return value === expected ? [] : [`${by} reads ${key} of another moment: ${value}, not ${expected}`];
}

/** The last write of a key by the transaction that committed it last. */
function committedValue(history: readonly Event[], key: string): string {
  const commits = history.filter(({ kind }) => kind === 'commit').reverse();
  for (const { by } of commits) {
    const write = history.filter((event) => event.kind === 'write' && event.by === by && event.key === key).at(-1);
    if (write) return write.value;
  }
  return initial;
}

function lostUpdates(history: readonly Event[], at: number, { by }: Event): string[] {
  const meanwhile = history.slice(startOf(history, by), at).filter(({ kind }) => kind === 'commit');
  const keys = new Set(history.filter((event) => event.kind === 'write' && event.by === by).map(({ key }) => key));
  return [...keys].flatMap((key) =>
    meanwhile
      .filter((other) => history.some((event) => event.kind === 'write' && event.by === other.by && event.key === key))
      .map((other) => `${by} overwrites ${key}, which ${other.by} committed meanwhile`),
  );
}

const startOf = (history: readonly Event[], by: number): number => history.findIndex((event) => event.by === by);

const wrote = (history: readonly Event[], by: number, key: string, value: string): boolean =>
  history.some((event) => event.kind === 'write' && event.by === by && event.key === key && event.value === value);

/** An answer of `POST /admin`, as far as it tells behaviours apart. */
export interface WireAnswer {
  code?: string;
  message?: string;
  data?: unknown;
}

/**
 * What the emulator was seen to do for a request, in words that leave out values: the message it refused with or the
 * shape it answered, and each operator of a request that was evaluated, with the outcome. A cheap stand-in for code coverage.
 */
export function behavioursOf(request: string, answer: WireAnswer): string[] {
  const action = /"action":"database\.(\w+)"/.exec(request)?.[1] ?? 'none';
  const outcome = answer.code ?? 'OK';
  const shape = answer.code === undefined ? shapeOf(answer.data, 2) : wordsOf(answer.message ?? '');
  const isEvaluated = outcome === 'OK' || outcome === 'DATABASE_REQUEST_FAILED';
  const operators = new Set(isEvaluated ? request.match(/\$[a-zA-Z]+/g) : []);
  return [`${action} ${outcome} ${shape}`, ...[...operators].map((name) => `${outcome} ${name}`)];
}

function wordsOf(message: string): string {
  const plain = message.replace(/"[^"]*"?|'[^']*'?|[[{].*/gs, '…').replace(/[\d.]+/g, '0');
  return plain.slice(0, 60);
}

function shapeOf(value: unknown, depth: number): string {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[${value.length > 1 ? 'many ' : ''}${shapeOf(value[0], depth - 1)}]`;
  if (typeof value !== 'object' || value === null || depth === 0) return typeof value;
  return `{${Object.entries(value)
    .map(([key, field]) => `${key}:${shapeOf(field, depth - 1)}`)
    .join()}}`;
}

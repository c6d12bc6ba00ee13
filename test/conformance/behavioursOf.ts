import { operators } from './wireGrammar';

/** An answer of `POST /admin`, as far as it tells behaviours apart. */
export interface WireAnswer {
  code?: string;
  message?: string;
  data?: unknown;
}

/**
 * What the emulator was seen to do for a request, in words that leave out values: the message it refused with or the
 * shape it answered, and each operator of a request that was evaluated, with the outcome. A cheap stand-in for code
 * coverage.
 */
export function behavioursOf(request: string, answer: WireAnswer): string[] {
  const { code = 'OK', message = '', data } = answer;
  const action = /"action":"database\.([a-zA-Z]+)"/.exec(request)?.[1] ?? 'none';
  const outcome = code === 'OK' ? shapeOf(data, 2) : wordsOf(message);
  const isEvaluated = code === 'OK' || code === 'DATABASE_REQUEST_FAILED';
  const used = new Set(isEvaluated ? request.match(/\$[a-zA-Z]+/g)?.filter(isOperator) : []);
  return [`${action} ${code} ${outcome}`, ...[...used].map((name) => `${code} ${name}`)];
}

/** How a message begins; what quotes the request would make each message a new one. */
function wordsOf(message: string): string {
  if (message.startsWith('SyntaxError')) return 'SyntaxError';
  const words = message.match(/(?<![\w$"'])[a-zA-Z]{2,}(?![\w"'])/g) ?? [];
  const operator = message.match(/\$[a-zA-Z]+/g)?.find(isOperator) ?? '';
  return `${words.slice(0, 4).join(' ')} ${operator}`;
}

/** Random texts have at most four characters. */
const isOperator = (name: string): boolean => operators.has(name) || name.length > 4;

function shapeOf(value: unknown, depth: number): string {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[${value.length > 1 ? 'many ' : ''}${shapeOf(value[0], depth - 1)}]`;
  if (typeof value !== 'object' || value === null || depth === 0) return typeof value;
  return `{${Object.entries(value)
    .map(([key, field]) => `${key}:${shapeOf(field, depth - 1)}`)
    .join()}}`;
}

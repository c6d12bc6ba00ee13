import { isDocument } from '../values';

/** An expression with the emulator's time (ms) for `$$NOW`, which mingo would take from the machine's clock. */
export function withNow(expression: unknown, now: number): unknown {
  if (expression === '$$NOW') return new Date(now);
  if (Array.isArray(expression)) return expression.map((item) => withNow(item, now));
  if (!isDocument(expression) || '$literal' in expression) return expression;
  return Object.fromEntries(Object.entries(expression).map(([name, value]) => [name, withNow(value, now)]));
}

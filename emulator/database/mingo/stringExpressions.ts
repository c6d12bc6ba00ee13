import { evalExpr } from 'mingo/core';
import type { Any, Options } from 'mingo/types';
import { requestFailed } from '../failures';

/** String expressions that mingo counts in UTF-16 units; MongoDB counts UTF-8 bytes or code points. */
export const stringExpressions = { $substr: substrBytes, $substrBytes: substrBytes, $substrCP, $indexOfCP };

function substrBytes(document: Any, expression: Any, options: Options): string {
  const [text, start, length] = evaluate(document, expression, options);
  const bytes = Buffer.from(String(text ?? ''), 'utf8');
  const from = Number(start);
  const to = Number(length) < 0 ? bytes.length : from + Number(length);
  const inCharacter = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (inCharacter(from) || inCharacter(to))
    throw requestFailed('$substrBytes: Invalid range, in the middle of a UTF-8 character.');
  return bytes.subarray(from, to).toString('utf8');
}

function $substrCP(document: Any, expression: Any, options: Options): string {
  const [text, start, length] = evaluate(document, expression, options);
  const from = Number(start);
  return [...String(text ?? '')].slice(from, from + Number(length)).join('');
}

function $indexOfCP(document: Any, expression: Any, options: Options): number | null {
  const [text, part, start = 0, end = Number.POSITIVE_INFINITY] = evaluate(document, expression, options);
  if (text === null || text === undefined) return null;
  const points = [...String(text)];
  const sought = [...String(part)];
  for (let at = Number(start); at + sought.length <= Math.min(points.length, Number(end)); at++) {
    if (sought.every((point, i) => points[at + i] === point)) return at;
  }
  return -1;
}

function evaluate(document: Any, expression: Any, options: Options): unknown[] {
  const values = evalExpr(document, expression, options);
  if (!Array.isArray(values)) throw requestFailed('The expression takes an array of arguments');
  return values;
}

import { evalExpr } from 'mingo/core';
import type { Any, AnyObject, Options } from 'mingo/types';
import { requestFailed } from '../failures';

/** String expressions that mingo counts in UTF-16 units; MongoDB counts UTF-8 bytes or code points. Null in capitals is ''. */
export const stringExpressions = {
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP,
  $indexOfCP,
  $indexOfBytes,
  $regexFind,
  $regexFindAll: found,
  $toLower: (document: AnyObject, expression: Any, options: Options) =>
    text(document, expression, options).toLowerCase(),
  $toUpper: (document: AnyObject, expression: Any, options: Options) =>
    text(document, expression, options).toUpperCase(),
};

function text(document: AnyObject, expression: Any, options: Options): string {
  const only = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression;
  return String(evalExpr(document, only, options) ?? '');
}

function substrBytes(document: AnyObject, expression: Any, options: Options): string {
  const [text, start, length] = evaluate(document, expression, options);
  const bytes = Buffer.from(String(text ?? ''), 'utf8');
  const from = Number(start);
  const to = Number(length) < 0 ? bytes.length : from + Number(length);
  const inCharacter = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (inCharacter(from) || inCharacter(to))
    throw requestFailed('$substrBytes: Invalid range, in the middle of a UTF-8 character.');
  return bytes.subarray(from, to).toString('utf8');
}

function $substrCP(document: AnyObject, expression: Any, options: Options): string {
  const [text, start, length] = evaluate(document, expression, options);
  const from = Number(start);
  return [...String(text ?? '')].slice(from, from + Number(length)).join('');
}

function $indexOfCP(document: AnyObject, expression: Any, options: Options): number | null {
  const [text, part, start = 0, end = Number.POSITIVE_INFINITY] = evaluate(document, expression, options);
  if (text === null || text === undefined) return null;
  const points = [...String(text)];
  const sought = [...String(part)];
  for (let at = Number(start); at + sought.length <= Math.min(points.length, Number(end)); at++) {
    if (sought.every((point, i) => points[at + i] === point)) return at;
  }
  return -1;
}

function $indexOfBytes(document: AnyObject, expression: Any, options: Options): number | null {
  const [text, part, start = 0, end] = evaluate(document, expression, options);
  if (text === null || text === undefined) return null;
  const bytes = Buffer.from(String(text), 'utf8').subarray(0, end === undefined ? undefined : Number(end));
  return bytes.indexOf(String(part), Number(start), 'utf8');
}

interface Found {
  match: string;
  idx: number;
  captures: (string | null)[];
}

function $regexFind(document: AnyObject, expression: Any, options: Options): Found | null {
  return found(document, expression, options)[0] ?? null;
}

/** All matches. mingo looks for an empty one for ever. */
function found(document: AnyObject, expression: Any, options: Options): Found[] {
  const { input, regex, options: flags = '' } = evalExpr(document, expression, options) as Record<string, unknown>;
  if (input === null || input === undefined || regex === null || regex === undefined) return [];
  const [source, own] = regex instanceof RegExp ? [regex.source, regex.flags] : [String(regex), ''];
  const text = String(input);
  const pattern = new RegExp(source, `${[...new Set(`${own}${String(flags)}`)].join('')}g`);
  return [...text.matchAll(pattern)].map((match) => ({
    match: match[0],
    idx: [...text.slice(0, match.index)].length,
    captures: match.slice(1).map((capture) => capture ?? null),
  }));
}

function evaluate(document: AnyObject, expression: Any, options: Options): unknown[] {
  const values = evalExpr(document, expression, options);
  if (!Array.isArray(values)) throw requestFailed('The expression takes an array of arguments');
  return values;
}

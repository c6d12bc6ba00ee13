import { evalExpr } from 'mingo/core';
import type { Any, Options } from 'mingo/types';
import { NotEmulated } from '../../CloudBaseError';
import { requestFailed } from '../failures';
import { type Document, isDocument } from '../values';
import { dayOfYear, fromIsoWeek, fromWallClock, isoDayOfWeek, isoWeek, isoWeekYear, week, zoneOffset } from './dates';

type Expression = (document: Any, expression: Any, options: Options) => Any;

/** The parts of a date, its text, and a date of parts. mingo's differ for null, weeks, ISO years and parts out of range. */
export const dateExpressions: Readonly<Record<string, Expression>> = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $week: part(week),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part(isoWeekYear),
  $isoDayOfWeek: part(isoDayOfWeek),
  $dateToString,
  $dateFromParts,
};

/** Of a date, or of `{ date, timezone }`: what `read` finds in the UTC fields of that zone's wall clock. */
function part(read: (wall: Date) => number): Expression {
  return (document, expression, options) => {
    const only = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression;
    const zoned = isDocument(only) && 'date' in only ? only : { date: only };
    const wall = wallClock(evalExpr(document, zoned as Any, options));
    return wall ? read(wall) : null;
  };
}

/** A date shifted so that its UTC fields are those of the zone; undefined without a date or with a null zone. */
function wallClock(zoned: unknown): Date | undefined {
  const { date, timezone = 'UTC' } = isDocument(zoned) ? zoned : {};
  if (date === null || date === undefined || timezone === null) return undefined;
  if (!(date instanceof Date)) throw requestFailed(`can't convert from ${typeof date} to Date`);
  return new Date(date.getTime() + zoneOffset(String(timezone), date));
}

function $dateToString(document: Any, expression: Any, options: Options): string | null {
  const spec = evalExpr(document, expression, options) as Document;
  const { date, timezone, onNull = null } = spec;
  const wall = wallClock(spec);
  if (!wall) return onNull as string | null;
  const format = String(spec.format ?? (timezone === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'));
  const offset = (wall.getTime() - (date as Date).getTime()) / 60_000;
  return format.replace(/%(.)?/g, (specifier, letter = '') => {
    const write = formats[letter];
    if (!write) throw requestFailed(`Invalid format character '${specifier}' in format string`);
    return write(wall, offset);
  });
}

const padded = (width: number, read: (wall: Date) => number) => (wall: Date) => String(read(wall)).padStart(width, '0');

/** By the letter after `%`; `offset` in minutes. */
const formats: Readonly<Record<string, (wall: Date, offset: number) => string>> = {
  Y: padded(4, (wall) => wall.getUTCFullYear()),
  m: padded(2, (wall) => wall.getUTCMonth() + 1),
  d: padded(2, (wall) => wall.getUTCDate()),
  H: padded(2, (wall) => wall.getUTCHours()),
  M: padded(2, (wall) => wall.getUTCMinutes()),
  S: padded(2, (wall) => wall.getUTCSeconds()),
  L: padded(3, (wall) => wall.getUTCMilliseconds()),
  j: padded(3, dayOfYear),
  w: padded(1, (wall) => wall.getUTCDay() + 1),
  U: padded(2, week),
  u: padded(1, isoDayOfWeek),
  V: padded(2, isoWeek),
  G: padded(4, isoWeekYear),
  z: (_wall, offset) => {
    const size = Math.abs(offset);
    const hours = padded(2, () => Math.floor(size / 60))(_wall);
    return `${offset < 0 ? '-' : '+'}${hours}${String(size % 60).padStart(2, '0')}`;
  },
  Z: (_wall, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(offset)}`,
  '%': () => '%',
};

function $dateFromParts(document: Any, expression: Any, options: Options): Date | null {
  const parts = evalExpr(document, expression, options) as Document;
  if (Object.values(parts).some((value) => value === null || value === undefined)) return null;
  const unknown = Object.keys(parts).find((name) => !partNames.has(name));
  if (unknown !== undefined) throw new NotEmulated(`$dateFromParts with ${unknown}`);
  const number = (name: string, otherwise: number) => Number(parts[name] ?? otherwise);
  const start =
    'isoWeekYear' in parts
      ? fromIsoWeek(number('isoWeekYear', 0), number('isoWeek', 1), number('isoDayOfWeek', 1))
      : Date.UTC(number('year', 1970), number('month', 1) - 1, number('day', 1));
  const minutes = number('hour', 0) * 60 + number('minute', 0);
  const wall = new Date(start + (minutes * 60 + number('second', 0)) * 1000 + number('millisecond', 0));
  return fromWallClock(wall, String(parts.timezone ?? 'UTC'));
}

const partNames = new Set([
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
  'timezone',
]);

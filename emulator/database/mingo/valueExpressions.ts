import { evalExpr } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import type { Any, AnyObject, Options } from 'mingo/types';
import { compareValues } from '../compare';
import { requestFailed } from '../failures';
import { typeName } from './valueConditions';

type Expression = (document: AnyObject, expression: Any, options: Options) => Any;

/** Comparison in MongoDB's order of all types, and mingo's own expressions where only their arguments need care. */
export const valueExpressions: Readonly<Record<string, Expression>> = {
  $cmp: compared((sign) => Math.sign(sign)),
  $eq: compared((sign) => sign === 0),
  $ne: compared((sign) => sign !== 0),
  $gt: compared((sign) => sign > 0),
  $gte: compared((sign) => sign >= 0),
  $lt: compared((sign) => sign < 0),
  $lte: compared((sign) => sign <= 0),
  $type: alone((document, expression, options) => {
    const value = evalExpr(document, expression, options);
    return value === undefined ? 'missing' : typeName(value);
  }),
  // The number of places may be left out.
  $trunc: (document, expression, options) => mingo.$trunc(document, withPlaces(expression), options),
  $round: (document, expression, options) => mingo.$round(document, withPlaces(expression), options),
  $range,
  ...takingOne(),
};

/** MongoDB gives up at 100 MB; this many numbers are already more than a storefront asks for. */
const longestRange = 1_000_000;

function $range(document: AnyObject, expression: Any, options: Options): Any {
  const values = evalExpr(document, expression, options);
  const [start, end, step = 1] = Array.isArray(values) ? values.map(Number) : [];
  if (start === undefined || end === undefined || ![start, end, step].every(Number.isInteger) || step === 0)
    throw requestFailed('$range takes whole numbers, with a step that is not 0');
  const length = Math.max(0, Math.ceil((end - start) / step));
  if (length > longestRange) throw requestFailed(`$range would make ${length} numbers`);
  return Array.from({ length }, (_, i) => start + i * step);
}

/** An operator of one argument takes it alone or as the only item of an array; mingo takes that array for the argument. */
function takingOne(): Record<string, Expression> {
  const { $abs, $ceil, $exp, $floor, $ln, $log10, $sqrt, $size, $reverseArray, $arrayToObject, $objectToArray } = mingo;
  const { $strLenBytes, $strLenCP, $toString, $toInt, $toLong, $toDouble, $toBool, $toDate, $isNumber } = mingo;
  const numbers = { $abs, $ceil, $exp, $floor, $ln, $log10, $sqrt };
  const arrays = { $size, $reverseArray, $arrayToObject, $objectToArray };
  const types = { $strLenBytes, $strLenCP, $toString, $toInt, $toLong, $toDouble, $toBool, $toDate, $isNumber };
  const all = Object.entries({ ...numbers, ...arrays, ...types });
  return Object.fromEntries(all.map(([name, operator]) => [name, alone(operator as Expression)]));
}

function alone(expression: Expression): Expression {
  return (document, argument, options) =>
    expression(document, Array.isArray(argument) && argument.length === 1 ? argument[0] : argument, options);
}

function compared(answer: (sign: number) => Any): Expression {
  return (document, expression, options) => {
    const values = evalExpr(document, expression, options);
    if (!Array.isArray(values) || values.length !== 2) throw requestFailed('A comparison takes exactly 2 arguments');
    const [left, right] = values;
    // Only here a missing value is less than null.
    if ((left === undefined) !== (right === undefined)) return answer(left === undefined ? -1 : 1);
    return answer(compareValues(left, right));
  };
}

const withPlaces = (expression: Any): Any => {
  if (!Array.isArray(expression)) return [expression, 0];
  return expression.length === 1 ? [expression[0], 0] : expression;
};

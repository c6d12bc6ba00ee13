import { evalExpr } from 'mingo/core';
import type { Any, Options } from 'mingo/types';
import { NotEmulated } from '../../CloudBaseError';

/** `$week`, 0 to 53: weeks begin on Sundays and week 1 with the year's first Sunday. mingo counts ISO weeks instead. */
export const dateExpressions = {
  $week(document: Any, expression: Any, options: Options): number | null {
    const date = evalExpr(document, expression, options);
    if (date === null || date === undefined) return null;
    if (!(date instanceof Date)) throw new NotEmulated('$week of anything but a date (such as one with a timezone)');
    const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
    const dayOfYear = Math.floor((date.getTime() - newYear) / 86_400_000);
    return Math.floor((dayOfYear + 7 - date.getUTCDay()) / 7);
  },
};

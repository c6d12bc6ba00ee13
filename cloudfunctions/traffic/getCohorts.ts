import { chinaDay, chinaDayNumber, oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import { fen } from '../../shared/kernel/money';
import { accept } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import type { Handler } from '../_runtime/serve';
import { sumCohorts } from '../order/public';

const week = 7 * oneDay;
const shown = 8;
const none = fen(0);

export const getCohorts: Handler<TrafficContract['getCohorts']> = async ({ shopId }, { now }) => {
  const first = monchinaDay(now) - (shown - 1) * week;
  const found = new Map((await sumCohorts(shopId, first, week)).map((cohort) => [cohort.week, cohort]));
  const weeks = Array.from({ length: shown }, (_none, index) => {
    const { people = 0, cameBack = 0, paidAgain = none } = found.get(index) ?? {};
    return { from: chinaDay(first + index * week), people, cameBack, paidAgain };
  });
  return accept({ weeks: weeks.reverse() });
};

/** The beginning, in China's time, of the Monday of a moment's week. 1970 began on a Thursday. */
function monchinaDay(at: number): number {
  return startOfChinaDay(at) - ((chinaDayNumber(at) + 3) % 7) * oneDay;
}

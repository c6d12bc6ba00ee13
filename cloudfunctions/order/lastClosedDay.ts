import { chinaDay, oneDay } from '../../shared/kernel/chinaTime';

/** WeChat Pay's bill of a day may tell of a payment three days later; after that nothing of the day changes. */
const openDays = 4;

/** The last of China's days of whose payments and refunds nothing changes any more. */
export const lastClosedDay = (now: number): string => chinaDay(now - openDays * oneDay);

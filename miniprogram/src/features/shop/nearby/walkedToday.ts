import { chinaDayNumber } from '@shared/kernel/chinaTime';
import { distanceMetres, type Place } from '@shared/kernel/geo';
import type { CardShop } from './CardShop';
import { placeOf } from './markers';

/** The shops that a person passed on one day, by id. */
export interface Walk {
  /** Days since 1970, in UTC+8. */
  day: number;
  shopIds: readonly string[];
}

/** Who is this near to a shop, in metres, passes it. */
const passing = 60;

/** The walk after somebody was at a place at a moment (ms since 1970); yesterday's is forgotten. */
export function walkOn(before: Walk, at: Place, shops: readonly CardShop[], now: number): Walk {
  const today = chinaDayNumber(now);
  const known = before.day === today ? before.shopIds : [];
  const near = shops.filter(({ place }) => distanceMetres(at, placeOf(place)) <= passing).map(({ shopId }) => shopId);
  const fresh = near.filter((shopId) => !known.includes(shopId));
  return before.day === today && fresh.length === 0 ? before : { day: today, shopIds: [...known, ...fresh] };
}

/** As lines for the phone's storage: the day, then the shops. No place is among them. */
export const walkToLines = ({ day, shopIds }: Walk): string[] => [String(day), ...shopIds];

/** From the phone's storage; whatever is not of today is no walk. */
export function walkFromLines([day, ...shopIds]: readonly string[], now: number): Walk {
  const today = chinaDayNumber(now);
  return { day: today, shopIds: Number(day) === today ? shopIds : [] };
}

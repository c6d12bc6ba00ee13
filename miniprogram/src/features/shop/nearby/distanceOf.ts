import { distanceMetres, type Place } from '@shared/kernel/geo';
import { locationChoice } from '@/platform/locationChoice';
import type { CardShop } from './CardShop';
import { aboutDistanceText, distanceText, walkText } from './distanceText';
import { placeOf } from './markers';
import type { Origin } from './Origin';

/** How far a shop is from the person, as exactly as this build knows; from the middle of the list where nobody knows. */
export function distanceOf(
  { place }: CardShop,
  me: Place | undefined,
  origin: Origin | undefined,
): { text: string; walk: string | undefined } {
  const from = me ?? origin?.place;
  if (!from) return { text: '', walk: undefined };
  const metres = Math.round(distanceMetres(from, placeOf(place)));
  if (!me) return { text: distanceText(metres), walk: origin?.kind === 'shop' ? '离那家店' : '离中心' };
  if (locationChoice === 'fuzzy') return { text: aboutDistanceText(metres), walk: undefined };
  return { text: distanceText(metres), walk: walkText(metres) };
}

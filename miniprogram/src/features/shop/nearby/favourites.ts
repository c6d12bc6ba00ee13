import { type Trade, trades } from '@shared/shop/trades';
import type { CardShop } from './CardShop';

/** What is kept of a favourite shop: enough for its card without a call. Its hours may change, so those are asked for. */
export type Favourite = Required<Pick<CardShop, 'shopId' | 'name' | 'trade' | 'place' | 'address'>>;

/** More would be no favourites. */
const most = 100;

/** The favourites with this shop on top, at most 100. */
export const withFavourite = (
  favourites: readonly Favourite[],
  { shopId, name, trade, place, address = '' }: CardShop,
) => [{ shopId, name, trade, place, address }, ...withoutFavourite(favourites, shopId).slice(0, most - 1)];

/** The favourites without this shop. */
export const withoutFavourite = (favourites: readonly Favourite[], shopId: string): Favourite[] =>
  favourites.filter((favourite) => favourite.shopId !== shopId);

/** As lines for the phone's storage. */
export const toLines = (favourites: readonly Favourite[]): string[] =>
  favourites.map((favourite) => JSON.stringify(favourite));

/** From the phone's storage. Lines that an older or newer version wrote in another form are left out. */
export const fromLines = (lines: readonly string[]): Favourite[] => lines.map(parsed).filter(isFavourite);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isFavourite(value: unknown): value is Favourite {
  const { shopId, name, address, trade, place } = Object(value) as Partial<Record<keyof Favourite, unknown>>;
  const { longitude, latitude } = Object(place) as { longitude?: unknown; latitude?: unknown };
  return (
    [shopId, name, address].every((text) => typeof text === 'string') &&
    [longitude, latitude].every((degrees) => typeof degrees === 'number') &&
    trades.includes(trade as Trade)
  );
}

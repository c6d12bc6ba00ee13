import type { Fen } from '../kernel/money';

/** What a product can be chosen by: `{ name: '规格', values: ['500 g', '1 kg'] }`. */
export interface ProductOption {
  name: string;
  values: readonly string[];
}

/** The most SKUs that one product has. */
export const mostSkus = 100;

/** Every choice of these options, in their order; of no options, the one empty choice. */
export const everyChoice = (options: readonly ProductOption[]): string[][] =>
  options.reduce<string[][]>(
    (choices, { values }) => choices.flatMap((choice) => values.map((value) => [...choice, value])),
    [[]],
  );

/** Whether a choice takes one value of each option. */
export const isChoiceOf = (choice: readonly string[], options: readonly ProductOption[]): boolean =>
  choice.length === options.length &&
  options.every(({ values }, index) => values.some((value) => value === choice[index]));

/** SKUs in the order of their product's options and values. */
export function inOptionOrder<Sku extends { choice: readonly string[] }>(
  skus: readonly Sku[],
  options: readonly ProductOption[],
): Sku[] {
  const places = new Map(everyChoice(options).map((choice, place) => [choiceKey(choice), place]));
  const placeOf = ({ choice }: Sku) => places.get(choiceKey(choice)) ?? places.size;
  return [...skus].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Two choices are the same when this is. */
export const choiceKey = (choice: readonly string[]): string => JSON.stringify(choice);

/** The prices of one SKU. */
export interface OfferPrices {
  price: Fen;
  wasPrice?: Fen | undefined;
  followerPrice?: Fen | undefined;
}

/** What lists show of the prices of a product's SKUs: those of the cheapest, and whether others differ. */
export function priceSummary(offers: readonly OfferPrices[]) {
  const cheapest = offers.reduce((low, offer) => (offer.price < low.price ? offer : low));
  const lower = offers.flatMap(({ followerPrice }) => followerPrice ?? []);
  const [first, ...rest] = lower;
  return {
    priceFrom: cheapest.price,
    pricesDiffer: offers.some(({ price }) => price !== cheapest.price),
    ...(cheapest.wasPrice !== undefined && { wasPrice: cheapest.wasPrice }),
    ...(first !== undefined && {
      followerPriceFrom: rest.reduce((least, price) => (price < least ? price : least), first),
    }),
  };
}

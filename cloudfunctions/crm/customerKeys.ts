import type { CustomerRecord } from './customers';

/** Amounts (fen) that a key stands for: whoever spent as much has it. */
export const amountSteps = [5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000] as const;
/** Prefixes of words are keys up to this length. */
export const longestPrefix = 4;

/**
 * What a customer is found by in one index: the beginnings of name, phone tail and tags (`w:`), whole tags (`t:`), and
 * amounts that were reached (`s:`).
 */
export function customerKeys({ name, phoneTail, tags, amount }: Facts): string[] {
  const prefixes = [name, phoneTail, ...tags].flatMap((word) => prefixesOf(word.toLowerCase()));
  return [
    ...new Set([
      ...prefixes.map((prefix) => `w:${prefix}`),
      ...tags.map((tag) => `t:${tag}`),
      ...amountSteps.filter((step) => amount >= step).map((step) => `s:${step}`),
    ]),
  ];
}
type Facts = Pick<CustomerRecord, 'name' | 'phoneTail' | 'tags' | 'amount'>;

/** The key of what somebody typed; `isNamed` must still be asked. */
export const keyOfWords = (words: string): string => `w:${[...words.toLowerCase()].slice(0, longestPrefix).join('')}`;

/** Whether name, phone tail or a tag begins with these words. */
export const isNamed = ({ name, phoneTail, tags }: Facts, words: string): boolean =>
  [name, phoneTail, ...tags].some((word) => word.toLowerCase().startsWith(words.toLowerCase()));

function prefixesOf(word: string): string[] {
  const characters = [...word];
  return Array.from({ length: Math.min(longestPrefix, characters.length) }, (_none, index) =>
    characters.slice(0, index + 1).join(''),
  );
}

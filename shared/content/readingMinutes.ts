import { textOfHtml } from './markup';

const charactersAMinute = 300;

/** How long these pieces of HTML take to read, in whole minutes, at least one: 300 Chinese characters a minute, a word of Latin letters as one. */
export function readingMinutes(pieces: readonly string[]): number {
  const units = pieces.reduce((sum, html) => sum + unitsOf(textOfHtml(html)), 0);
  return Math.max(1, Math.ceil(units / charactersAMinute));
}

/** Chinese characters and other words; spaces and punctuation are read at no cost. */
const unitsOf = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{Letter}\p{Number}]+?(?=\p{Script=Han}|[^\p{Letter}\p{Number}]|$)/gu)?.length ?? 0;

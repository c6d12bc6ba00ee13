import { textOfHtml } from '../../shared/content/markup';
import type { Block } from '../../shared/content/shapes';

const length = 60;

/** The first words of a body in one line, as a summary where nobody wrote one. */
export function openingWords(blocks: readonly Block[]): string {
  const words = blocks.flatMap((block) => (block.kind === 'text' ? [textOfHtml(block.html)] : [])).join(' ');
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${[...line].slice(0, length).join('')}…` : line;
}

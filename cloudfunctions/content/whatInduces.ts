import { textOfHtml } from '../../shared/content/markup';
import { findInducement } from '../../shared/fan/findInducements';
import type { Written } from './compose';

/** The first words of an article that WeChat forbids, with the field they stand in; `undefined` when all may be said. */
export function whatInduces({ title, summary, blocks }: Pick<Written, 'title' | 'summary' | 'blocks'>) {
  const texts = blocks.map((block, index): [string, string] => [`blocks.${index}`, wordsOf(block)]);
  const found = findInducement({ title, summary, ...Object.fromEntries(texts) });
  return found && ({ code: 'INDUCEMENT', ...found } as const);
}

function wordsOf(block: Written['blocks'][number]): string {
  if (block.kind === 'text') return textOfHtml(block.html);
  return block.kind === 'picture' ? block.caption : '';
}

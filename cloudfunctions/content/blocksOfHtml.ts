import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { articleLimits } from '../../shared/content/limits';
import type { Removed } from '../../shared/content/operations/seller';
import type { Block } from '../../shared/content/shapes';
import { allowed, cleanHtml, marked } from './cleanHtml';

/** Where official accounts keep their pictures, and the only places but ours that a picture may come from. */
const pictureHosts: readonly string[] = ['mmbiz.qpic.cn', 'mmbiz.qlogo.cn'];

/** An article's body made of a page's HTML; `tooLong` when it is more than an article may hold. */
export function blocksOfHtml(html: string): { blocks: Block[]; removed: Removed } | 'tooLong' {
  const { removed } = cleanHtml(html);
  const pieces = sanitizeHtml(html, withPictures).split(/(<img [^>]*>)/);
  const blocks = pieces.flatMap((piece): Block[] => (piece.startsWith('<img ') ? pictureOf(piece) : textOf(piece)));
  const pictures = blocks.filter(({ kind }) => kind === 'picture').length;
  const isTooLong = blocks.some((block) => block.kind === 'text' && block.html.length > articleLimits.html);
  if (blocks.length > articleLimits.blocks || isTooLong) return 'tooLong';
  return { blocks, removed: withoutKeptPictures(removed, pictures) };
}

const withPictures: IOptions = {
  ...allowed,
  allowedTags: [...(allowed.allowedTags || []), 'img'],
  allowedAttributes: { ...allowed.allowedAttributes, img: ['src', 'data-w', 'data-ratio', 'alt'] },
  // Where a picture is taken from is checked piece by piece, below.
  allowedSchemes: ['http', 'https'],
  transformTags: {
    '*': (name: string, attributes: Record<string, string>) =>
      name === 'img' ? { tagName: name, attribs: addressed(attributes) } : marked(name, attributes),
  },
};

/** Official accounts load a picture late, from `data-src`. */
const addressed = ({ src = '', 'data-src': late = src, ...rest }: Record<string, string>) => ({ ...rest, src: late });

function pictureOf(tag: string): Block[] {
  const { src = '', 'data-w': width = '0', 'data-ratio': ratio = '0', alt = '' } = attributesOf(tag);
  const address = src.replace(/^http:/, 'https:');
  if (!isFromThere(address)) return [];
  const w = Math.min(20_000, Math.round(Number(width)) || 0);
  const h = Math.min(20_000, Math.round(w * Number(ratio)) || 0);
  return [
    {
      kind: 'picture',
      picture: address,
      width: h > 0 ? w : 0,
      height: h,
      caption: alt.slice(0, articleLimits.caption),
    },
  ];
}

/** A piece between two pictures may begin or end within a tag; cleaning it again closes what is open. */
function textOf(piece: string): Block[] {
  const { html } = cleanHtml(piece);
  return hasWords(html) ? [{ kind: 'text', html }] : [];
}

const hasWords = (html: string): boolean => html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

function attributesOf(tag: string): Record<string, string> {
  const found = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

function isFromThere(address: string): boolean {
  const [, host = ''] = /^https:\/\/([^/]+)\/[^\s"'<>\\]+$/.exec(address) ?? [];
  return pictureHosts.includes(host) && address.length <= 500;
}

const withoutKeptPictures = (removed: Removed, kept: number): Removed =>
  removed
    .map((each) => (each.what === 'picture' ? { ...each, count: each.count - kept } : each))
    .filter(({ count }) => count > 0);

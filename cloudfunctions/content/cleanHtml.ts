import sanitizeHtml, { type IOptions } from 'sanitize-html';
import type { Removed } from '../../shared/content/operations/seller';

/** HTML that is safe to show, and what was taken out for that. */
export interface Clean {
  html: string;
  removed: Removed;
}

type What = Removed[number]['what'];

/** Tags that stay; the class is how our pages style them, since WeChat's rich-text knows no style sheet of tags. */
const classes = {
  ...{ p: 'rich-p', h2: 'rich-h', h3: 'rich-h', blockquote: 'rich-quote', ul: 'rich-list', ol: 'rich-list' },
  ...{
    li: 'rich-item',
    strong: 'rich-strong',
    em: 'rich-em',
    u: 'rich-u',
    s: 'rich-s',
    a: 'rich-link',
    br: '',
    hr: 'rich-rule',
  },
} as const;

/** Tags that mean one that stays. */
const meaning: Record<string, string> = {
  b: 'strong',
  i: 'em',
  del: 's',
  strike: 's',
  h1: 'h2',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  div: 'p',
};

/** Tags that only hold others: dropping them loses nothing, and nobody is told. */
const wrappers: readonly string[] = ['span', 'section', 'article', 'font', 'html', 'body', 'center', 'figure', 'main'];

const frames: readonly string[] = [
  'iframe',
  'frame',
  'object',
  'embed',
  'video',
  'audio',
  'mpvoice',
  'mpvideo',
  'form',
  'input',
  'button',
];
const scripts: readonly string[] = ['script', 'style', 'noscript', 'template', 'svg', 'math', 'link', 'meta', 'base'];

/** Without words in them they are only gaps. */
const holders: readonly string[] = ['p', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'li', 'strong', 'em', 'a'];

const allowedStyles = { '*': { 'text-align': [/^(left|center|right)$/] } };

/**
 * Takes out of HTML all that could run, reach elsewhere or deface the page: scripts, handlers, frames, foreign tags,
 * styles but alignment, and links that are not https. Words stay. Says what it took out.
 */
export function cleanHtml(html: string): Clean {
  const removed = new Map<What, number>();
  const note = (what: What) => removed.set(what, (removed.get(what) ?? 0) + 1);
  const options: IOptions = {
    ...allowed,
    onOpenTag: (name, attributes) => {
      for (const what of whatIsWrong(name, attributes)) note(what);
    },
  };
  return { html: sanitizeHtml(html, options).trim(), removed: [...removed].map(([what, count]) => ({ what, count })) };
}

/** The rules alone; `img` is allowed where the caller takes pictures out of the text by itself. */
export const allowed: IOptions = {
  allowedTags: Object.keys(classes),
  allowedAttributes: { a: ['href', 'class', 'rel'], '*': ['class', 'style'] },
  allowedClasses: { '*': Object.values(classes).filter(Boolean) },
  allowedStyles,
  allowedSchemes: ['https'],
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  nonTextTags: [...scripts, 'textarea', 'option', 'title', 'iframe', 'object', 'video', 'audio'],
  nestingLimit: 20,
  exclusiveFilter: ({ tag, text, mediaChildren }) =>
    holders.includes(tag) && text.trim() === '' && mediaChildren.length === 0,
  transformTags: { '*': (name, attributes) => marked(name, attributes) },
};

/** A tag with what may stay of it: the class of its kind, its style, an address that is https. */
export function marked(name: string, { href = '', style = '' }: Record<string, string>) {
  const tagName = meaning[name] ?? name;
  const className = (classes as Record<string, string>)[tagName];
  const attribs: Record<string, string> = { ...(className && { class: className }), ...(style && { style }) };
  if (tagName === 'a' && isHttps(href)) Object.assign(attribs, { href, rel: 'nofollow noopener' });
  return { tagName, attribs };
}

const isHttps = (address: string): boolean => /^https:\/\/[^\s"'<>\\]+$/.test(address);

function whatIsWrong(name: string, attributes: Record<string, string>): What[] {
  const found: What[] = [];
  if (scripts.includes(name)) found.push('script');
  else if (frames.includes(name)) found.push('frame');
  else if (name === 'img') found.push('picture');
  else if (!(name in classes) && !(name in meaning) && !wrappers.includes(name)) found.push('tag');
  const names = Object.keys(attributes);
  if (names.some((each) => each.startsWith('on'))) found.push('handler');
  if (hasOtherStyle(attributes.style)) found.push('style');
  if (name === 'a' && attributes.href !== undefined && !isHttps(attributes.href)) found.push('link');
  return found;
}

const hasOtherStyle = (style = ''): boolean =>
  style
    .split(';')
    .map((rule) => rule.trim())
    .some((rule) => rule !== '' && !/^text-align\s*:\s*(left|center|right)$/.test(rule));

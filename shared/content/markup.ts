/**
 * Plain text as a seller types it on a phone, as HTML: an empty line ends a paragraph, `# ` begins a heading, `> ` a
 * quotation, `- ` an item of a list, and `**words**` are strong. What looks like HTML is text.
 */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(htmlOfPart)
    .join('');
}

function htmlOfPart(part: string): string {
  const lines = part.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
  }
  if (part.startsWith('# ') && lines.length === 1) return `<h2>${inline(part.slice(2))}</h2>`;
  if (lines.every((line) => line.startsWith('> '))) {
    return `<blockquote>${lines.map((line) => inline(line.slice(2))).join('<br>')}</blockquote>`;
  }
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

const inline = (line: string): string => escaped(line).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same in the other direction, of our own clean HTML; what plain text cannot say (links, alignment) is lost. */
export function textOfMarkup(html: string): string {
  const marked = html
    .replace(/<h[1-6][^>]*>/g, '\n\n# ')
    .replace(
      /<blockquote[^>]*>([\s\S]*?)<\/blockquote>/g,
      (_whole, inside: string) => `\n\n> ${inside.replace(/<br[^>]*>/g, '\n> ')}\n\n`,
    )
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<\/?(strong|b)(\s[^>]*)?>/g, '**');
  return textOfHtml(marked);
}

/** The words of a piece of HTML, with its paragraphs and line breaks. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<br[^>]*>/g, '\n')
    .replace(/<\/(p|h[1-6]|blockquote|ul|ol|div|section)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|nbsp|#39|amp);/g, (_whole, name: string) => signs[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", amp: '&' };

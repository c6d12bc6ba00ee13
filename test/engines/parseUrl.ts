/** A page's address and its parameters. As in WeChat, nothing is decoded. */
export interface ParsedUrl {
  address: string;
  query: Record<string, string>;
}

/** Takes `pages/product/index?id=a` apart. */
export function parseUrl(url: string): ParsedUrl {
  const [address = '', search = ''] = url.split('?');
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, value.join('=')];
    });
  return { address, query: Object.fromEntries(pairs) };
}

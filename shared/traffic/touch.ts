import { bringsPeople, type Source, sources } from './sources';

/** What exactly brought somebody: a source, and which article, channel code or share it was, where there is one. */
export interface Origin {
  source: Source;
  articleId?: string | undefined;
  /** The short code of a poster, a QR code or a link that the seller made. */
  channel?: string | undefined;
  shareId?: string | undefined;
}

/** A moment (ms) at which something brought a person to a shop. */
export interface Touch extends Origin {
  at: number;
}

/** The first and the last that brought a person to a shop. */
export interface Touches {
  first?: Touch | undefined;
  last?: Touch | undefined;
}

/** How long a touch counts for an order: 7 days. */
export const creditedFor = 7 * 86_400_000;

/** Touches with some more, in whatever order they come: what is known already changes nothing. */
export function withTouches({ first, last }: Touches, more: readonly Touch[]): Touches {
  const all = [
    ...(first ? [first] : []),
    ...(last ? [last] : []),
    ...more.filter(({ source }) => bringsPeople(source)),
  ];
  if (all.length === 0) return {};
  return {
    first: all.reduce((one, other) => (other.at < one.at ? other : one)),
    last: all.reduce((one, other) => (other.at > one.at ? other : one)),
  };
}

/** What an order of this moment is credited to: the last touch, unless that is too long ago. `undefined` is `direct`. */
export const creditedTouch = ({ last }: Touches, at: number): Touch | undefined =>
  last && last.at > at - creditedFor ? last : undefined;

/**
 * The key that figures of an origin are added up under; of no origin, `direct`. All shares of a source are added up
 * together: each is sent once, and a busy shop has thousands. Ids hold no colons.
 */
export const originKey = (origin: Origin | undefined): string =>
  origin ? [origin.source, origin.articleId, origin.channel].map((part) => part ?? '').join(':') : 'direct';

/** What a key was made of, but for the share; of `direct`, nothing. */
export function originOf(key: string): Omit<Origin, 'shareId'> | undefined {
  if (key === 'direct') return undefined;
  const [source, articleId, channel] = key.split(':');
  return {
    source: source as Source,
    ...(articleId && { articleId }),
    ...(channel && { channel }),
  };
}

/** The keys of everything that a channel may bring, wherever it was met, outside of articles. */
export const originsOfChannel = (channel: string): string[] => sources.map((source) => originKey({ source, channel }));

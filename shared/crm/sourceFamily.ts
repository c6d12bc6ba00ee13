import type { Source } from '../traffic/sources';

/** Kinds of sources, coarse enough to count people by them. */
export const sourceFamilies = ['media', 'friends', 'code', 'around', 'paid', 'direct'] as const;
export type SourceFamily = (typeof sourceFamilies)[number];

const families: Partial<Record<Source, SourceFamily>> = {
  ...{ article: 'media', officialAccount: 'media', message: 'media', channels: 'media' },
  ...{ friend: 'friends', moments: 'friends', workWeChat: 'friends' },
  ...{ code: 'code', link: 'code' },
  ...{ nearby: 'around', search: 'around', miniProgram: 'around' },
  ad: 'paid',
};

/** The kind of what brought a person last; `direct` for nothing that is known. */
export const sourceFamilyOf = (source: Source | undefined): SourceFamily => (source && families[source]) ?? 'direct';

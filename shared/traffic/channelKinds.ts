/** What a seller makes a channel for: a code on the counter, a printed poster, a link in a chat, a post elsewhere. */
export const channelKinds = ['counter', 'poster', 'link', 'outside'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** The page that codes and links open, with the channel's id as `scene` (a code) or `c` (a link). */
export const landingPage = 'pages/landing/index';

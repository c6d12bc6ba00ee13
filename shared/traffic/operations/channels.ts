import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, FileId, Id, Moment, Text } from '../../kernel/schemas';
import { channelKinds } from '../channelKinds';

/** Also what a mini-program code carries: WeChat gives it 32 characters. */
const ChannelId = v.pipe(Id, v.minLength(8));

const ProductPage = v.object({ page: v.literal('product'), productId: Id });
const ArticlePage = v.object({ page: v.literal('article'), articleId: Id });

/** Where a channel leads. */
const Target = v.variant('page', [v.object({ page: v.literal('shop') }), ProductPage, ArticlePage]);
/** What a poster is made of. */
const PosterTarget = v.variant('page', [ProductPage, ArticlePage]);
export type ChannelTarget = v.InferOutput<typeof Target>;
export type PosterTarget = v.InferOutput<typeof PosterTarget>;

const Channel = v.object({
  channelId: ChannelId,
  name: v.string(),
  kind: v.picklist(channelKinds),
  target: Target,
  /** `本店首页`, the product's name, or the article's title. */
  targetName: v.string(),
  archived: v.boolean(),
  createdAt: Moment,
  /** The mini-program code, once it was made. */
  picture: v.optional(FileId),
  link: v.optional(v.object({ url: v.string(), expiresAt: Moment })),
});

const NotFound = { NOT_FOUND: v.object({ what: v.picklist(['channel', 'product', 'article']) }) };

/** Why WeChat did not make a code or a link: the page is not published yet, the quota is used up, or it did not answer. */
const ByWeChat = {
  ...NotFound,
  NOT_PUBLISHED: v.object({}),
  QUOTA: v.object({}),
  TRY_LATER: v.object({}),
};

/** The codes, posters and links of a shop, each with visits and orders of its own in the report. */
export const channelOperations = {
  /** Writes a channel under the client's id: the same id again gives it another name or place to lead to. */
  saveChannel: {
    who: 'manager',
    audit: ['channelId'],
    input: v.object({
      shopId: Id,
      channelId: ChannelId,
      name: Text(20),
      kind: v.picklist(channelKinds),
      target: Target,
    }),
    output: Channel,
    refusals: NotFound,
  },
  /** The shop's channels, the latest first, 20 a page. */
  listChannels: {
    who: 'staff',
    input: v.object({ shopId: Id, archived: v.boolean(), after: v.optional(Cursor) }),
    output: v.object({ channels: v.array(Channel), next: v.optional(Cursor) }),
    refusals: {},
  },
  /** Puts a channel away, or back. What is printed leads on and is counted on. */
  archiveChannel: {
    who: 'manager',
    audit: ['channelId', 'archived'],
    input: v.object({ shopId: Id, channelId: ChannelId, archived: v.boolean() }),
    output: Channel,
    refusals: NotFound,
  },
  /** Where a code or a link leads. */
  openChannel: {
    who: 'anyone',
    input: v.object({ channelId: ChannelId }),
    output: v.object({ shopId: Id, target: Target }),
    refusals: NotFound,
  },
  /** The mini-program code of a channel. It is made once and never expires. */
  makeChannelCode: {
    who: 'staff',
    limit: { times: 60, seconds: 3600 },
    audit: ['channelId'],
    input: v.object({ shopId: Id, channelId: ChannelId }),
    output: Channel,
    refusals: ByWeChat,
  },
  /** The mini-program code for the poster of a product or an article: one channel for all posters of it, made with the first. */
  makePosterCode: {
    who: 'shopper',
    limit: { times: 30, seconds: 3600 },
    input: v.object({ target: PosterTarget }),
    output: v.object({ channelId: ChannelId, picture: FileId }),
    refusals: ByWeChat,
  },
  /** A link that opens the channel from outside WeChat, for 30 days; made anew when less than 7 of them are left. */
  makeChannelLink: {
    who: 'staff',
    limit: { times: 60, seconds: 3600 },
    audit: ['channelId'],
    input: v.object({ shopId: Id, channelId: ChannelId }),
    output: Channel,
    refusals: ByWeChat,
  },
} satisfies Contract;

import type { PushFields, PushServer } from './signedPush';

/** An official account. */
export interface OfficialAccount {
  appId: string;
  secret: string;
  /** `gh_…`: who its pushes are addressed to. */
  originalId: string;
  name: string;
  /** One that is not verified may call nothing but the token. */
  verified: boolean;
  /** Whether it belongs to the mini program's Open Platform account: only then are unionids known. */
  sharesOpenPlatform: boolean;
  server?: PushServer;
  menu?: unknown;
  /** The third-party platform that it authorised. */
  authorised?: { refreshToken: string };
}

/** What the account may still send of its own accord: so many messages, until then (ms). */
export interface MessageCredit {
  left: number;
  until: number;
}

/** Somebody who follows an account; who unfollows is gone. Times are in ms of the emulator's clock. */
export interface Follower {
  appId: string;
  /** The person's openid for this account. */
  openId: string;
  unionId?: string;
  subscribedAt: number;
  scene: 'ADD_SCENE_SEARCH' | 'ADD_SCENE_QR_CODE';
  /** The scene_str of the QR code that brought them, '' without one. */
  qrScene: string;
  credit: MessageCredit;
}

/** A QR code that carries a scene. */
export interface QrCode {
  ticket: string;
  appId: string;
  scene: string;
  url: string;
  expiresAt: number;
}

/** An event on its way to an account's server, or to the third-party platform's when `to` is so. */
export interface Push {
  id: number;
  to: 'account' | 'component';
  appId: string;
  openId?: string;
  fields: PushFields;
  createdAt: number;
  attempts: number;
  dueAt: number;
  state: 'pending' | 'delivered' | 'abandoned';
  /** How each attempt was answered: its HTTP status, 0 when there was none in time, and the first words. */
  answers: { status: number; body: string }[];
}

/** A message that an account sent to a follower. */
export interface AccountMessage {
  id: number;
  appId: string;
  openId: string;
  body: Record<string, unknown>;
  sentAt: number;
}

/** An article as `freepublish` lists it. */
export interface PublishedArticle {
  articleId: string;
  appId: string;
  title: string;
  author: string;
  digest: string;
  content: string;
  url: string;
  publishedAt: number;
}

/** What the third-party platform keeps at WeChat. */
export interface ComponentState {
  server?: PushServer;
  /** Where what happens at authorised accounts is pushed to; `$APPID$` in it stands for the account. */
  messagesUrl?: string;
  ticket: string;
  ticketAt: number;
}

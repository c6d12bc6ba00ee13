import { WeChatError } from '../WeChatError';
import { isOpenIdFor, type OfficialAccounts } from './OfficialAccounts';

/** How many openids one page of `user/get` has. */
const pageSize = 10_000;

/** What `user/get` answers. */
export interface UserPage {
  total: number;
  count: number;
  data?: { openid: string[] };
  /** The last openid of the page, '' when the page is empty. */
  next_openid: string;
}

/** `user/get`: the followers after `nextOpenId`, 10 000 at most. Throws WeChatError 40003. */
export function userPage({ records }: OfficialAccounts, appId: string, nextOpenId: string): UserPage {
  if (nextOpenId !== '' && !isOpenIdFor(appId, nextOpenId)) throw new WeChatError(40003, 'invalid openid');
  const openIds = records.followersAfter(appId, nextOpenId, pageSize);
  return {
    total: records.countFollowers(appId),
    count: openIds.length,
    ...(openIds.length > 0 && { data: { openid: openIds } }),
    next_openid: openIds.at(-1) ?? '',
  };
}

/** What `user/info` answers of somebody; of who does not follow only that. */
export interface UserInfo {
  subscribe: 0 | 1;
  openid: string;
  language?: string;
  /** Seconds since 1970. */
  subscribe_time?: number;
  unionid?: string;
  subscribe_scene?: string;
  qr_scene_str?: string;
}

/**
 * `user/info`. WeChat tells no names or pictures any more. Throws WeChatError 40003 for what is no openid of the account.
 * Source: developers.weixin.qq.com, 获取用户基本信息(UnionID机制).
 */
export function userInfo({ records }: OfficialAccounts, appId: string, openId: string): UserInfo {
  if (!isOpenIdFor(appId, openId)) throw new WeChatError(40003, 'invalid openid');
  const follower = records.follower(appId, openId);
  if (!follower) return { subscribe: 0, openid: openId };
  return {
    subscribe: 1,
    openid: openId,
    language: 'zh_CN',
    subscribe_time: Math.floor(follower.subscribedAt / 1000),
    ...(follower.unionId !== undefined && { unionid: follower.unionId }),
    subscribe_scene: follower.scene,
    qr_scene_str: follower.qrScene,
  };
}

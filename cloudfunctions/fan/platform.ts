/**
 * Our third-party platform (第三方平台) at WeChat, which official accounts authorise: its app, and what WeChat signs and
 * encrypts its pushes with. Source: open.weixin.qq.com › 管理中心 › 第三方平台.
 */
export interface Platform {
  appId: string;
  secret: string;
  token: string;
  /** 43 letters and digits. */
  aesKey: string;
}

/** The platform, where there is one; shops bind their accounts by the accounts' own credentials otherwise. */
export function readPlatform(): Platform | undefined {
  const {
    WECHAT_PLATFORM_APPID: appId,
    WECHAT_PLATFORM_SECRET: secret,
    WECHAT_PLATFORM_TOKEN: token,
    WECHAT_PLATFORM_AES_KEY: aesKey,
  } = process.env;
  return appId && secret && token && aesKey ? { appId, secret, token, aesKey } : undefined;
}

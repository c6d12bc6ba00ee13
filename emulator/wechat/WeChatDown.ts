/** WeChat's server API does not answer but with HTTP 502. */
export class WeChatDown extends Error {}

import { entryScene } from './entryScene';

/**
 * Whether this is WeChat's single page, which opens from Moments: it knows nobody's name, opens no other page, and draws a
 * bar of its own that leads into the mini program. Source: developers.weixin.qq.com, 分享到朋友圈, 单页模式.
 */
export const isSinglePage = (): boolean => entryScene() === momentsSinglePage;

const momentsSinglePage = 1154;

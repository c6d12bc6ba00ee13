import Taro from '@tarojs/taro';
import { copyText } from './copyText';

/** What wx has and Taro's types have not. Source: wx.openOfficialAccountArticle, base library 3.4.8. */
type WithArticles = typeof Taro & {
  openOfficialAccountArticle?(options: { url: string; fail(): void }): void;
};

/** Opens an official account's article in WeChat, after a tap; where that cannot be, copies its address. */
export function openOriginal(url: string): void {
  const fail = () => void copyText(url);
  const { openOfficialAccountArticle } = Taro as WithArticles;
  if (openOfficialAccountArticle) openOfficialAccountArticle({ url, fail });
  else fail();
}

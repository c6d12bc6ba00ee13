import type { LoopRow } from './useLoopReport';

/** What a shopkeeper calls what brought somebody. */
export const sourceText: Record<LoopRow['source'], string> = {
  article: '文章',
  officialAccount: '公众号',
  message: '消息通知',
  friend: '朋友和群',
  moments: '朋友圈',
  code: '扫码',
  search: '微信搜索',
  nearby: '附近和地图',
  channels: '视频号',
  ad: '广告',
  link: '外部链接',
  miniProgram: '别的小程序',
  workWeChat: '企业微信',
  payment: '支付完成页',
  returning: '最近使用',
  system: '其他入口',
  unknown: '未知入口',
  direct: '自己来的',
};

/** The name of a row: a channel by the shop's name for it, an article as one, else the source. */
export function rowText({ source, name, channel, articleId }: LoopRow): string {
  if (name) return name;
  if (channel) return `${sourceText[source]} · 渠道 ${channel.slice(0, 8)}`;
  return articleId ? `${sourceText[source]} · ${articleId.slice(0, 12)}` : sourceText[source];
}

import type { RfmClass } from '@shared/crm/rfm';
import type { SourceFamily } from '@shared/crm/sourceFamily';
import type { LeftOut } from '@shared/crm/whyLeftOut';
import type { Source } from '@shared/traffic/sources';

/** What shopkeepers call the sorts of customers. */
export const classText: Record<RfmClass, string> = {
  champion: '重要价值',
  potential: '重要发展',
  atRisk: '重要保持',
  winBack: '重要挽留',
  loyal: '一般价值',
  recent: '一般发展',
  fading: '一般保持',
  lost: '一般挽留',
  notBought: '未购买',
};

/** What brought customers, coarsely. */
export const familyText: Record<SourceFamily, string> = {
  media: '文章与公众号',
  friends: '朋友分享',
  code: '扫码与链接',
  around: '附近与搜索',
  paid: '广告',
  direct: '自己进店',
};

/** What brought a customer last. */
export const sourceText: Record<Source | 'direct', string> = {
  ...{ article: '文章', officialAccount: '公众号', message: '消息', friend: '朋友', moments: '朋友圈', code: '扫码' },
  ...{ search: '搜索', nearby: '附近', channels: '视频号', ad: '广告', link: '链接', miniProgram: '其他小程序' },
  ...{ workWeChat: '企业微信', payment: '付款后', returning: '再次打开', system: '系统', unknown: '其他' },
  direct: '自己进店',
};

/** Why somebody gets nothing of a campaign. */
export const leftOutText: Record<LeftOut, string> = {
  muted: '不想收到',
  notShopper: '没进过小程序',
  notFollowing: '没有关注公众号',
  noneAllowed: '没有订阅次数',
  tooSoon: '最近刚发过',
};

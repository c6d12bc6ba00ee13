import { type ChannelKind, channelKinds } from '@shared/traffic/channelKinds';

/** What a seller calls the kinds of channels. */
export const kindText: Record<ChannelKind, string> = {
  counter: '柜台码',
  poster: '海报',
  link: '聊天链接',
  outside: '外部平台',
};

/** The kinds, to choose from. */
export const kindChoices = channelKinds.map((key) => ({ key, text: kindText[key] }));

/** What a kind is good for, in one line. */
export const kindHint: Record<ChannelKind, string> = {
  counter: '印出来放在柜台，顾客扫码进店',
  poster: '印在海报、包装或传单上',
  link: '发到聊天和社群里',
  outside: '贴在微博、短信、抖音等微信外面的地方',
};

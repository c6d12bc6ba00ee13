import Taro from '@tarojs/taro';

/** Puts text on the clipboard; WeChat says so itself. */
export const copyText = async (text: string): Promise<void> => void (await Taro.setClipboardData({ data: text }));

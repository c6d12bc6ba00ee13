import Taro from '@tarojs/taro';

/** Reads a list of words kept on this phone; empty when there is none. */
export function remembered(key: string): readonly string[] {
  const kept: unknown = Taro.getStorageSync(key);
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
}

/** Keeps a list of words on this phone. A full or forbidden storage loses them, which hurts nobody. */
export function remember(key: string, words: readonly string[]): void {
  void Taro.setStorage({ key, data: words }).catch(() => undefined);
}

/** The same for what must not get lost: rejects when the phone could not keep it. */
export const rememberSurely = async (key: string, words: readonly string[]): Promise<void> =>
  void (await Taro.setStorage({ key, data: words }));

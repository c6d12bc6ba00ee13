import { useReachBottom } from '@tarojs/taro';

/** Runs `loadMore` when the page has been scrolled to its end. */
export const useReachEnd = (loadMore: () => void): void => useReachBottom(loadMore);

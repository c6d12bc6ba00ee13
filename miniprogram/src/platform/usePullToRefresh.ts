import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Runs `refresh` when the page is pulled down; needs `enablePullDownRefresh` in the page's configuration. */
export function usePullToRefresh(refresh: () => Promise<void>): void {
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
}

import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { watchStockDeeds } from '@/features/shop/stock/theStockQueue';
import { watchArrivals } from '@/features/traffic/noteVisit';
import { start } from '@/platform/start';
import './app.scss';

/** The root of all pages. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    start();
    watchArrivals();
    watchStockDeeds();
  });
  return children;
}

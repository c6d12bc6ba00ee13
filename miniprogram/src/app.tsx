import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { start } from '@/platform/start';
import './app.scss';

/** The root of all pages. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(start);
  return children;
}

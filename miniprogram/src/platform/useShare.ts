import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { pathOf, type RouteName, type Routes } from './navigate';

/** Lets the page be sent to friends and to Moments; without a title, WeChat takes the page's own. */
export function useShare<Name extends RouteName>(name: Name, params: Routes[Name], title: string | undefined): void {
  const path = pathOf(name, params);
  useShareAppMessage(() => ({ path, ...(title && { title }) }));
  useShareTimeline(() => ({ query: path.split('?')[1] ?? '', ...(title && { title }) }));
}

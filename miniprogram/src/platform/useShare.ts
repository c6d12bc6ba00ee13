import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { pathOf, type RouteName, type Routes } from './navigate';

/**
 * Lets the page be sent to friends and to Moments; without a title, WeChat takes the page's own. `onShare` hears of each
 * time, and answers what that one's address carries besides.
 */
export function useShare<Name extends RouteName>(
  name: Name,
  params: Routes[Name],
  title: string | undefined,
  onShare: () => Record<string, string> = () => ({}),
): void {
  const shared = () => ({ path: pathOf(name, { ...params, ...onShare() }), ...(title && { title }) });
  useShareAppMessage(shared);
  useShareTimeline(() => {
    const { path, ...rest } = shared();
    return { query: path.split('?')[1] ?? '', ...rest };
  });
}

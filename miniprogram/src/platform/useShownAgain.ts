import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Runs `refresh` whenever the page comes back to the front, but not when it opens. */
export function useShownAgain(refresh: () => Promise<void>): void {
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void refresh();
    shownBefore.current = true;
  });
}

import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Runs `effect` whenever the page comes back to the front, but not when it opens. */
export function useShownAgain(effect: () => void): void {
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) effect();
    shownBefore.current = true;
  });
}

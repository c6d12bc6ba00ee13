import Taro from '@tarojs/taro';
import { nearMargin } from './nearMargin';

/** An element as a React `ref` holds it. */
export type Watched = { sid?: string } | Element;

/**
 * Tells, at once and whenever it changes, whether an element is near what is on the screen, and how high it is in px.
 * Silent while the element's page is hidden. Returns what ends the watch.
 */
export function watchNearness(element: Watched, tell: (near: boolean, height: number) => void): () => void {
  const { sid } = element as { sid?: string };
  const page = Taro.getCurrentInstance().page as Parameters<typeof Taro.createIntersectionObserver>[0];
  const observer = Taro.createIntersectionObserver(page, {});
  observer
    .relativeToViewport({ top: nearMargin, bottom: nearMargin })
    .observe(`#${sid}`, ({ intersectionRatio = 0, boundingClientRect }) => {
      const height = boundingClientRect?.height ?? 0;
      if (height > 0) tell(intersectionRatio > 0, height);
    });
  return () => observer.disconnect();
}

import { nearMargin } from './nearMargin';
import type { Watched } from './watchNearness';

/** In a browser: its own observer. A page that lies below another is not displayed, and then nothing is told. */
export function watchNearness(element: Watched, tell: (near: boolean, height: number) => void): () => void {
  const observer = new IntersectionObserver(
    (seen) => {
      const last = seen.at(-1);
      if (last && last.boundingClientRect.height > 0) tell(last.isIntersecting, last.boundingClientRect.height);
    },
    { rootMargin: `${nearMargin}px 0px` },
  );
  observer.observe(element as Element);
  return () => observer.disconnect();
}

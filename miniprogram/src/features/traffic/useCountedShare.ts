import type { RouteName, Routes } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { useShare } from '@/platform/useShare';
import { noteVisit } from './noteVisit';

/**
 * Lets the page of a shop be shared, and counts that: each share has an id of its own, by which whoever opens it is known
 * to come from it. WeChat does not tell whether it was sent in the end. Waits for `shopId`.
 */
export function useCountedShare<Name extends RouteName>(
  name: Name,
  params: Routes[Name],
  title: string | undefined,
  shopId: string | undefined,
): void {
  useShare(name, params, title, () => {
    if (!shopId) return {};
    const shareId = newId();
    noteVisit({ kind: 'share', shopId, shareId });
    return { s: shareId };
  });
}

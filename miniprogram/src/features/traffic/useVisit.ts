import { useEffect, useRef } from 'react';
import { useShownAgain } from '@/platform/useShownAgain';
import { noteVisit, type ShopVisit } from './noteVisit';

/**
 * Notes a visit once the page knows what it shows, and a new opening whenever the mini program comes back at this page.
 * `undefined` waits.
 */
export function useVisit(visit: ShopVisit | undefined): void {
  const shown = useRef(visit);
  shown.current = visit;
  const key = visit && JSON.stringify(visit);
  useEffect(() => {
    if (key && shown.current) noteVisit(shown.current);
  }, [key]);
  useShownAgain(async () => {
    if (shown.current) noteVisit({ kind: 'open', shopId: shown.current.shopId });
  });
}

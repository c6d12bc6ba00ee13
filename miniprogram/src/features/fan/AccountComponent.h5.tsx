import { useEffect } from 'react';

/** A browser has no such component: the card shows another way. */
export function AccountComponent({ onError }: { onError(): void }) {
  useEffect(onError, [onError]);
  return null;
}

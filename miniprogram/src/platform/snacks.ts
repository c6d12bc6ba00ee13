/** A short message, with at most one thing to do about it. */
export interface Snack {
  text: string;
  action?: { label: string; run(): void };
}

let current: Snack | undefined;
const listeners = new Set<() => void>();

/** Shows a message in place of the one before; `undefined` takes it away. */
export function showSnack(snack: Snack | undefined): void {
  current = snack;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`. */
export const snacks = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: (): Snack | undefined => current,
};

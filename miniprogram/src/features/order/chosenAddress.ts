import { useSyncExternalStore } from 'react';

let chosen: string | undefined;
const listeners = new Set<() => void>();

/** The address book hands the tapped address to the checkout below it. */
export function chooseAddress(addressId: string): void {
  chosen = addressId;
  for (const listener of listeners) listener();
}

/** The address chosen last in this visit, as the checkout follows it. */
export const useChosenAddress = (): string | undefined => useSyncExternalStore(subscribe, read, read);

const read = () => chosen;
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

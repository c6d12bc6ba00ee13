import { useRef, useState } from 'react';
import { faultText } from './faultText';
import { showSnack } from './snacks';

/** Something a tap sets off. */
export interface Action<Args extends readonly unknown[]> {
  busy: boolean;
  run(...args: Args): Promise<void>;
}

/** Runs `work` at most once at a time; a fault is told to the person and ends there. */
export function useAction<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): Action<Args> {
  const [busy, setBusy] = useState(false);
  // State is a render late; two quick taps are not.
  const running = useRef(false);

  async function run(...args: Args): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work(...args);
    } catch (fault) {
      showSnack({ text: faultText(fault) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, run };
}

import { useRef, useState } from 'react';
import { NetworkFault } from './faults';
import { faultText } from './faultText';
import { showSnack } from './snacks';

/** Something a tap sets off. */
export interface Action<Args extends readonly unknown[]> {
  busy: boolean;
  run(...args: Args): Promise<void>;
}

/** Runs `work` at most once at a time; a fault is told to the person and ends there, one of the network with a way to try again. */
export function useAction<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): Action<Args> {
  const [busy, setBusy] = useState(false);
  // State is a render late; two quick taps are not.
  const running = useRef(false);
  const latest = useRef(run);
  latest.current = run;

  async function run(...args: Args): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work(...args);
    } catch (fault) {
      const again = { label: '重试', run: () => void latest.current(...args) };
      showSnack({ text: faultText(fault), ...(fault instanceof NetworkFault && { action: again }) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, run };
}

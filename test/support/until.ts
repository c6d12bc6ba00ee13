import { setTimeout } from 'node:timers/promises';

/** Waits until a condition holds, asking a moment after the last answer is in; rejects after twenty seconds. */
export async function until(holds: () => Promise<boolean> | boolean, limitMs = 20_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not so after ${limitMs} ms: ${holds}`);
    // Who is waited for needs the processor.
    await setTimeout(2);
  }
}

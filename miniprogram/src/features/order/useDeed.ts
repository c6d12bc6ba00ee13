import { type Action, useAction } from '@/platform/useAction';

/** Something done to an order (`tell`), and what follows when it was done: a sheet closes, a page is left. */
type Deed = [work: () => Promise<boolean>, onDone?: () => void];

/** Does one thing to an order at a time, and reads the order anew afterwards, refused or not. */
export const useDeed = (refresh: () => Promise<void>): Action<Deed> =>
  useAction(async (work, onDone) => {
    const done = await work();
    await refresh();
    if (done) onDone?.();
  });

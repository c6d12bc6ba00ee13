import type { Place } from '@shared/kernel/geo';
import { useEffect, useRef, useState } from 'react';
import type { Located } from '@/platform/Located';
import { locate } from '@/platform/locate';

/** Where the person is, as far as the page knows. It lives as long as the page. */
export type MyPlace = { state: 'locating' } | { state: 'here'; place: Place } | { state: 'unknown'; because: Because };
/** Why nobody knows where the person is. */
export type Because = Extract<Located, { because: string }>['because'];

/** Finds out where the person is when the page opens, and whenever `ask` is called, which answers the place; `onLocated` hears of each end. */
export function useMyPlace(onLocated: (mine: Exclude<MyPlace, { state: 'locating' }>) => void) {
  const [mine, setMine] = useState<MyPlace>({ state: 'locating' });
  const hear = useRef(onLocated);
  hear.current = onLocated;
  const asking = useRef(0);

  const ask = async (): Promise<Place | undefined> => {
    asking.current += 1;
    const question = asking.current;
    setMine((now) => (now.state === 'here' ? now : { state: 'locating' }));
    const located = await locate();
    if (question !== asking.current) return undefined;
    const found =
      'place' in located ? ({ state: 'here', ...located } as const) : ({ state: 'unknown', ...located } as const);
    setMine(found);
    hear.current(found);
    return found.state === 'here' ? found.place : undefined;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked once, when the page opens.
  useEffect(() => {
    void ask();
    return () => {
      asking.current += 1;
    };
  }, []);
  return { mine, ask };
}

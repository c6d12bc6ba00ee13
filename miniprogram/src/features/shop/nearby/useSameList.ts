import { useRef } from 'react';

/** The list of the render before as long as it has the same items, so that what depends on it rests. */
export function useSameList<Item>(list: Item[]): Item[] {
  const before = useRef(list);
  const same = before.current.length === list.length && before.current.every((item, index) => item === list[index]);
  if (!same) before.current = list;
  return before.current;
}

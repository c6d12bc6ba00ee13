/** Whether a product is on the shelf, and when that is to change by itself; moments in ms since 1970. */
export interface Shelving {
  onShelf: boolean;
  /** Not on the shelf before; absent once it has come, or where nothing is planned. */
  shelveFrom?: number | undefined;
  /** Off the shelf from then on; later than `shelveFrom`. */
  shelveUntil?: number | undefined;
}

/** A shelf at a moment: what was planned for by then has happened, and is planned no more. */
export function shelvingAt({ onShelf, shelveFrom, shelveUntil }: Shelving, now: number): Shelving {
  if (shelveUntil !== undefined && shelveUntil <= now) return { onShelf: false };
  const hasCome = shelveFrom !== undefined && shelveFrom <= now;
  return {
    onShelf: onShelf || hasCome,
    ...plannedShelving({ shelveFrom: hasCome ? undefined : shelveFrom, shelveUntil }),
  };
}

/** What is planned of a shelf, without fields for what is not. */
export const plannedShelving = ({ shelveFrom, shelveUntil }: Omit<Shelving, 'onShelf'>): Omit<Shelving, 'onShelf'> => ({
  ...(shelveFrom !== undefined && { shelveFrom }),
  ...(shelveUntil !== undefined && { shelveUntil }),
});

/** When a shelf changes next by itself; `undefined` for never. */
export const nextShelving = ({ shelveFrom, shelveUntil }: Omit<Shelving, 'onShelf'>): number | undefined =>
  shelveFrom ?? shelveUntil;

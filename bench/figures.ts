/** One figure that a benchmark found. */
export interface Figure {
  /** What was measured, with its circumstances: `order.placeOrder, 8 callers`. */
  name: string;
  value: number;
  unit: 'ms' | 'per s' | 'calls' | 'bytes' | 'yuan' | 'orders';
  /** How many times a floor or a peer of the same run it is, and which. Floors are what nothing could be faster than. */
  times?: number;
  of?: string;
}

const noted: Figure[] = [];

/** Keeps a figure of the benchmark that runs now for the table of all. */
export const noteFigure = (figure: Figure): void => void noted.push(figure);

/** Hands over what was noted, and begins anew. */
export const takeFigures = (): Figure[] => noted.splice(0);

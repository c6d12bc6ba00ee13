import type { Place, Rectangle } from '../../shared/kernel/geo';

// The grid halves the globe's 360 degrees of longitude `level` times; a cell is as many degrees high as wide. Only even
// levels are kept, so a cell has 4 × 4 children. An id is `level-column-row`, counted from the antimeridian and the south
// pole. No cell crosses the antimeridian.

/** The level of the smallest cells: 0.00034 degrees, 38 m of latitude. */
export const finestLevel = 20;
const coarsestLevel = 2;
const step = 2;

const columnsAt = (level: number): number => 2 ** level;
const rowsAt = (level: number): number => 2 ** (level - 1);

/** The finest cell that a place lies in. */
export function cellOf([longitude, latitude]: Place): string {
  return idOf(finestLevel, columnOf(longitude), rowOf(latitude));
}

/** The level of a cell. */
export const levelOf = (cellId: string): number => partsOf(cellId).level;

/** The next coarser cell around a cell; undefined for the coarsest. */
export function parentOf(cellId: string): string | undefined {
  const { level, column, row } = partsOf(cellId);
  return level === coarsestLevel ? undefined : idOf(level - step, column >> step, row >> step);
}

/** The 16 cells that make up a cell; those of a finest one are none. */
export function childrenOf(cellId: string): string[] {
  const { level, column, row } = partsOf(cellId);
  if (level === finestLevel) return [];
  const side = [...Array(1 << step).keys()];
  return side.flatMap((x) => side.map((y) => idOf(level + step, (column << step) + x, (row << step) + y)));
}

/** The cells that a rectangle touches, of the finest level that has at most `most` of them; at most eight if all have more. */
export function cellsTouching({ west, south, east, north }: Rectangle, most: number): string[] {
  for (let level = finestLevel; ; level -= step) {
    const shift = finestLevel - level;
    const [first, last] = [columnOf(west) >> shift, columnOf(east) >> shift];
    const [bottom, top] = [rowOf(south) >> shift, rowOf(north) >> shift];
    // A rectangle over the antimeridian that ends in the column where it begins goes all the way round.
    const around = west > east && first === last;
    const columns = around ? columnsAt(level) : ((last - first + columnsAt(level)) % columnsAt(level)) + 1;
    if (columns * (top - bottom + 1) > most && level > coarsestLevel) continue;
    return range(columns).flatMap((x) =>
      range(top - bottom + 1).map((y) => idOf(level, (first + x) % columnsAt(level), bottom + y)),
    );
  }
}

const range = (length: number): number[] => [...Array(length).keys()];

const idOf = (level: number, column: number, row: number): string => `${level}-${column}-${row}`;

function partsOf(cellId: string): { level: number; column: number; row: number } {
  const [level = Number.NaN, column = Number.NaN, row = Number.NaN] = cellId.split('-').map(Number);
  if (!Number.isInteger(level + column + row)) throw new RangeError(`not a cell: ${cellId}`);
  return { level, column, row };
}

const columnOf = (longitude: number): number => stripOf((longitude + 180) / 360, columnsAt(finestLevel));
const rowOf = (latitude: number): number => stripOf((latitude + 90) / 180, rowsAt(finestLevel));

/** The pole, and 180 degrees as an edge, belong to the last strip. */
const stripOf = (share: number, strips: number): number => Math.min(strips - 1, Math.floor(share * strips));

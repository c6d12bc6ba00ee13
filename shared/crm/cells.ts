import { rfmClassOf, type Score } from './rfm';
import { isInCell, type SegmentConditions, type SegmentFacts } from './segment';
import type { SourceFamily } from './sourceFamily';

/** How many customers there are of each combination of follow, R, F, M and source family, by `cellOf`. */
export type Cells = Readonly<Record<string, number>>;

/** The combination that a customer is counted under: `1-5-3-4-media`. */
export const cellOf = ({
  follows,
  r,
  f,
  m,
  family,
}: Pick<SegmentFacts, 'follows' | 'r' | 'f' | 'm' | 'family'>): string => [follows ? 1 : 0, r, f, m, family].join('-');

/** How many of these customers the conditions that counts are kept for leave. */
export function countCells(cells: Cells, conditions: SegmentConditions): number {
  return Object.entries(cells)
    .filter(([cell]) => isInCell(factsOfCell(cell), conditions))
    .reduce((sum, [, count]) => sum + count, 0);
}

function factsOfCell(cell: string): Pick<SegmentFacts, 'follows' | 'rfm' | 'family'> {
  const [follows, r, f, m, family] = cell.split('-');
  // `cellOf` is the only writer.
  const [rScore, fScore, mScore] = [r, f, m].map(Number) as [Score, Score, Score];
  return {
    follows: follows === '1',
    rfm: rfmClassOf({ r: rScore, f: fScore, m: mScore }),
    family: family as SourceFamily,
  };
}

/** Cells with so many more or fewer of each; what is then none is left out. */
export function addCells(cells: Cells, more: Cells): Cells {
  const sum = { ...cells };
  for (const [cell, count] of Object.entries(more)) sum[cell] = (sum[cell] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).filter(([, count]) => count !== 0));
}

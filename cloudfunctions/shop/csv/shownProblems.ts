import type { SheetProblem } from './readSheet';

const mostShown = 100;

/** The first problems of a sheet, and how many there are. */
export const shownProblems = (problems: readonly SheetProblem[]) => ({
  problems: problems.slice(0, mostShown),
  problemCount: problems.length,
});

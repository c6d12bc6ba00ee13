import type { Figure } from './figures';
import type { KeptRuns, Run } from './KeptRuns';

/** All benchmarks as one table: what was measured, the figure, its ratio to a floor or a peer, and the run before. */
export function runsTable(runs: Pick<KeptRuns, 'latest' | 'last'>): string {
  const last = runs.last();
  const sections = [...runs.latest()].map(([name, run]) => section(name, run, last.get(name)));
  if (sections.length === 0) return 'No benchmark has run here yet: npm run bench -- shop, or -- all.';
  const head = row('', 'figure', 'ratio', 'run before', 'now to then');
  return [head, ...sections].join('\n');
}

function section(name: string, run: Run, before: Run | undefined): string {
  const then = new Map(before?.figures.map((figure) => [figure.name, figure]));
  const rows = run.figures.map((figure) => {
    const earlier = then.get(figure.name);
    const change = earlier && earlier.value > 0 ? `${(figure.value / earlier.value).toFixed(2)}×` : '';
    return row(`  ${figure.name}`, shown(figure), ratio(figure), earlier ? shown(earlier) : '', change);
  });
  return [`${name} · ${run.at.slice(0, 16)} · ${run.machine}`, ...rows].join('\n');
}

const row = (...[name, ...cells]: readonly string[]): string =>
  `${(name ?? '').padEnd(44)}${cells.map((cell, index) => cell.padStart(index === 1 ? 34 : 16)).join('')}`;

function shown({ value, unit }: Figure): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

const ratio = ({ times, of }: Figure): string =>
  times === undefined
    ? ''
    : `${times >= 1 ? `${times.toFixed(1)}×` : `1/${(1 / times).toFixed(1)}`} of ${of ?? 'the floor'}`;

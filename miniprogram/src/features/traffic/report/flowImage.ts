import type { SourceSum } from './bySource';

/** One ribbon of the picture: how much of the people and of the money it is, of 1. */
export interface Ribbon {
  /** Of which source; `rest` are all that are too small for a colour of their own. */
  source: SourceSum['source'] | 'rest';
  colour: string;
  people: number;
  money: number;
}

/** Read on paper by day and by night alike. */
const colours = ['#c2503f', '#d39b3a', '#3f8f74', '#4f7fa8', '#8c5b84'];
const restColour = '#9a8d80';

/** The sources that matter most as ribbons, at most five, and the rest of them as one. */
export function ribbonsOf(sums: readonly SourceSum[]): Ribbon[] {
  const visits = total(sums.map((sum) => sum.visits));
  const money = total(sums.map((sum) => sum.net));
  const shares = sums
    .map((sum) => ({ source: sum.source, people: sum.visits / visits, money: sum.net / money }))
    .filter((share) => share.people + share.money > 0)
    .sort((a, b) => b.people + b.money - (a.people + a.money));
  const shown = shares.slice(0, colours.length).map((share, index) => ({ ...share, colour: colours[index] ?? '' }));
  const others = shares.slice(colours.length);
  if (others.length === 0) return shown;
  const sum = (part: 'people' | 'money') => others.reduce((all, each) => all + each[part], 0);
  return [...shown, { source: 'rest', colour: restColour, people: sum('people'), money: sum('money') }];
}

// Of nothing, everybody's share is none.
const total = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0) || 1;

const height = 200;
const width = 300;
const bar = 10;
const gap = 3;

/**
 * Where people come from on the left, where the money comes from on the right, a ribbon for each source, as an SVG data
 * URI: one that gets thinner on the way brings people who look, one that gets thicker brings buyers.
 */
export function flowImage(ribbons: readonly Ribbon[]): string {
  const room = height - gap * Math.max(0, ribbons.length - 1);
  const left = stacked(ribbons.map(({ people }) => people * room));
  const right = stacked(ribbons.map(({ money }) => money * room));
  const parts = ribbons.map(({ colour }, index) => {
    const [from, to] = [left[index], right[index]];
    if (!from || !to) return '';
    const ends = [rectangle(0, from), rectangle(width - bar, to)].join('');
    return `<g fill="${colour}">${ends}<path opacity=".45" d="${ribbon(from, to)}"/></g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${parts.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

interface Span {
  top: number;
  size: number;
}

function stacked(sizes: readonly number[]): Span[] {
  let top = 0;
  return sizes.map((size) => {
    const span = { top, size };
    top += size + gap;
    return span;
  });
}

const rectangle = (x: number, { top, size }: Span): string =>
  `<rect x="${x}" y="${round(top)}" width="${bar}" height="${round(size)}"/>`;

function ribbon(from: Span, to: Span): string {
  const [start, end, middle] = [bar, width - bar, width / 2];
  const [fromEnd, toEnd] = [round(from.top + from.size), round(to.top + to.size)];
  const there = `M${start} ${round(from.top)}C${middle} ${round(from.top)} ${middle} ${round(to.top)} ${end} ${round(to.top)}`;
  return `${there}V${toEnd}C${middle} ${toEnd} ${middle} ${fromEnd} ${start} ${fromEnd}Z`;
}

const round = (size: number): number => Math.round(size * 10) / 10;

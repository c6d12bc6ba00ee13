import fc from 'fast-check';
import { tree } from './wireGrammar';

/** One of the requests with one of its parts, also inside its EJSON texts, replaced by something else or left out. */
export function mutated(requests: readonly string[]): fc.Arbitrary<string> {
  const graft = fc.oneof(
    { weight: 3, arbitrary: tree.map((value) => ({ value })) },
    { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat()).map(([from, place]) => ({ from, place })) },
    { weight: 1, arbitrary: fc.constant('nothing' as const) },
  );
  // The list may grow between draws, so it is asked for its length late.
  return fc.tuple(fc.nat(), fc.nat(), graft).map(([which, place, what]) => {
    const request = opened(pick(requests, which) ?? '{}');
    if (what === 'nothing') return closed(replaced(request, place, undefined));
    if ('value' in what) return closed(replaced(request, place, what.value));
    const others = partsOf(opened(pick(requests, what.from) ?? '{}'));
    return closed(replaced(request, place, pick(others, what.place)));
  });
}

const pick = <T>(items: readonly T[], which: number): T | undefined => items[which % items.length];

/** An EJSON text inside a request, opened so that its parts can be changed. */
class Text {
  constructor(readonly value: unknown) {}
}

function opened(text: string): unknown {
  try {
    return withTexts(JSON.parse(text));
  } catch {
    return text;
  }
}

function withTexts(value: unknown): unknown {
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    const inside = opened(value);
    return typeof inside === 'string' ? value : new Text(inside);
  }
  return mapped(value, withTexts);
}

const closed = (value: unknown): string => JSON.stringify(withoutTexts(value)) ?? '';

function withoutTexts(value: unknown): unknown {
  return value instanceof Text ? closed(value.value) : mapped(value, withoutTexts);
}

/** Every value in a value, itself first, in the order in which `replaced` counts them. */
function partsOf(value: unknown): unknown[] {
  const parts: unknown[] = [];
  const visit = (part: unknown): unknown => {
    parts.push(part);
    return inside(part, visit);
  };
  visit(value);
  return parts;
}

function replaced(value: unknown, place: number, by: unknown): unknown {
  // The first part is the whole request; replacing that would be the grammar's work.
  let left = 1 + (place % Math.max(1, partsOf(value).length - 1));
  const visit = (part: unknown): unknown => (left-- === 0 ? by : inside(part, visit));
  return visit(value);
}

const inside = (part: unknown, change: (value: unknown) => unknown): unknown =>
  part instanceof Text ? new Text(change(part.value)) : mapped(part, change);

/** An array or object with each of its values changed; anything else as it is. Keeps a field named `__proto__`. */
function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, change(field)]));
}

/** Milliseconds of one call. */
export interface Spread {
  p50: number;
  p99: number;
}

const warmUpMs = 1_500;
const measureMs = 4_000;

/** Lets one caller call each in turn, again and again, after a warm-up, so that noise hits all; each call is a sample. */
export async function inTurns<Name extends string>(
  calls: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, Spread>> {
  await takeTurns(calls, warmUpMs);
  const took = await takeTurns(calls, measureMs);
  const spreads = Object.entries<number[]>(took).map(([name, samples]) => [name, spreadOf(samples)]);
  return Object.fromEntries(spreads) as Record<Name, Spread>;
}

async function takeTurns<Name extends string>(
  calls: Record<Name, () => Promise<unknown>>,
  ms: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(calls) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  const end = performance.now() + ms;
  while (performance.now() < end) {
    for (const name of names) {
      const began = performance.now();
      await calls[name]();
      took[name].push(performance.now() - began);
    }
  }
  return took;
}

function spreadOf(took: number[]): Spread {
  const sorted = took.sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return { p50: quantile(0.5), p99: quantile(0.99) };
}

/** What one measurement found. Milliseconds for each call; `perSecond` over all callers together. */
export interface Measured {
  name: string;
  callers: number;
  calls: number;
  median: number;
  p99: number;
  perSecond: number;
}

const warmUpMs = 2_000;
const measureMs = 5_000;

type Call = () => Promise<unknown>;

/**
 * Lets every caller call again and again, waiting for its answer, for five seconds after two of warm-up (in which
 * functions start).
 */
export async function measure(name: string, callers: readonly Call[]): Promise<Measured> {
  await callFor(warmUpMs, callers);
  const began = performance.now();
  const took = await callFor(measureMs, callers);
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const quantile = (share: number) => took[Math.floor(share * took.length)] ?? Number.NaN;
  return {
    name,
    callers: callers.length,
    calls: took.length,
    median: quantile(0.5),
    p99: quantile(0.99),
    perSecond: took.length / seconds,
  };
}

async function callFor(limitMs: number, callers: readonly Call[]): Promise<number[]> {
  const took: number[] = [];
  const end = performance.now() + limitMs;
  await Promise.all(
    callers.map(async (call) => {
      for (let began = performance.now(); began < end; began = performance.now()) {
        await call();
        took.push(performance.now() - began);
      }
    }),
  );
  return took;
}

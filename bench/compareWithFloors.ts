/** Milliseconds of one call. */
export interface Spread {
  p50: number;
  p99: number;
}

/** The same operation on the emulator and on its two floors. */
export type Interleaved = Record<'emulator' | 'echo' | 'libsql', Spread>;

const warmUpMs = 1_500;
const measureMs = 4_000;

/** Lets one caller call the three in turn, again and again, after a warm-up; each call is a sample of its own. */
export async function compareWithFloors(
  calls: Record<keyof Interleaved, () => Promise<unknown>>,
): Promise<Interleaved> {
  await takeTurns(calls, warmUpMs);
  const { emulator, echo, libsql } = await takeTurns(calls, measureMs);
  return { emulator: spreadOf(emulator), echo: spreadOf(echo), libsql: spreadOf(libsql) };
}

async function takeTurns(
  calls: Record<keyof Interleaved, () => Promise<unknown>>,
  ms: number,
): Promise<Record<keyof Interleaved, number[]>> {
  const took: Record<keyof Interleaved, number[]> = { emulator: [], echo: [], libsql: [] };
  const end = performance.now() + ms;
  while (performance.now() < end) {
    for (const name of ['emulator', 'echo', 'libsql'] as const) {
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

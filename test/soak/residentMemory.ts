import { execFileSync } from 'node:child_process';

/** Resident memory of processes in MB, one figure each; those that have ended are left out. */
export function residentMemory(pids: readonly number[]): number[] {
  if (pids.length === 0) return [];
  try {
    const said = execFileSync('ps', ['-o', 'rss=', '-p', pids.join(',')], { encoding: 'utf8' });
    return said
      .trim()
      .split(/\s+/)
      .map((kilobytes) => Number(kilobytes) / 1024);
  } catch {
    // ps fails when none of them runs any more.
    return [];
  }
}

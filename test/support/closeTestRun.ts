import { rmSync } from 'node:fs';

/** After all tests: the folder of `openTestRun` goes. */
export default function closeTestRun(): void {
  if (process.env.TEST_WORLDS) rmSync(process.env.TEST_WORLDS, { recursive: true, force: true });
}

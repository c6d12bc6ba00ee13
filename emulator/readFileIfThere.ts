import { existsSync, readFileSync } from 'node:fs';

/** The content of a file, or undefined when there is no such file. */
export function readFileIfThere(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

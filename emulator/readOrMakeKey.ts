import { randomBytes } from 'node:crypto';
import { readFileIfThere } from './readFileIfThere';
import { writeFileAtomically } from './writeFileAtomically';

/** The 32 secret bytes kept in `file`; made at first use, readable by its owner only. */
export function readOrMakeKey(file: string): Buffer {
  const stored = readFileIfThere(file);
  if (stored) return stored;
  const key = randomBytes(32);
  writeFileAtomically(file, key, 0o600);
  return key;
}

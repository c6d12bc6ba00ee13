import path from 'node:path';
import * as v from 'valibot';
import { readStoredJson } from './dataFolder/readStoredJson';
import { writeFileAtomically } from './writeFileAtomically';

const Stored = v.object({ offsetMs: v.number() });

/** The emulator's time: the machine's, plus what the door has moved it. A moved clock survives a restart. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** How far the clock is ahead of the machine, in ms. */
  offsetMs(): number;
  /** Moves the clock forward. Time does not run backwards: a negative step is a RangeError. */
  advance(ms: number): void;
  /** Calls `listener` after every move. */
  onMove(listener: () => void): void;
}

/** Opens the clock kept in `dataDir`. Throws DamagedFile. */
export function openClock(dataDir: string): Clock {
  const file = path.join(dataDir, 'clock.json');
  const listeners: (() => void)[] = [];
  let offset = readStoredJson(file, Stored)?.offsetMs ?? 0;
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError(`The clock moves forward only, not by ${ms} ms.`);
      writeFileAtomically(file, JSON.stringify({ offsetMs: offset + ms }));
      offset += ms;
      for (const listener of listeners) listener();
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
}

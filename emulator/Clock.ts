import path from 'node:path';
import * as v from 'valibot';
import { readFileIfThere } from './readFileIfThere';
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

/** Opens the clock kept in `dataDir`. */
export function openClock(dataDir: string): Clock {
  const file = path.join(dataDir, 'clock.json');
  const listeners: (() => void)[] = [];
  let offset = readOffset(file);
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError(`The clock moves forward only, not by ${ms} ms.`);
      offset += ms;
      writeFileAtomically(file, JSON.stringify({ offsetMs: offset }));
      for (const listener of listeners) listener();
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
}

function readOffset(file: string): number {
  const stored = readFileIfThere(file);
  return stored ? v.parse(Stored, JSON.parse(stored.toString('utf8'))).offsetMs : 0;
}

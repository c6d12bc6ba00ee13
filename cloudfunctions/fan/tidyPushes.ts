import { removeOldAuthorisations } from './authorisations';
import { removeExpiredCodes } from './followCodes';
import { removeNotes } from './pushes';

/** A push older than five minutes is refused, so a note is of no use the next day. */
const notesLive = 86_400_000;

/** Deletes follow codes and authorisations that are over, and notes of events long done; answers how many. */
export async function tidyPushes(now: number): Promise<number> {
  const removed = await Promise.all([
    removeExpiredCodes(now),
    removeNotes(now - notesLive),
    removeOldAuthorisations(now),
  ]);
  return removed.reduce((sum, each) => sum + each, 0);
}

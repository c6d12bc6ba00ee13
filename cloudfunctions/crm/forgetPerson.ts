import { db } from '../_runtime/database';
import { aliasOf, endDeletion, readDueDeletions } from './deletions';
import { personalCollections, type Somebody, type Treatment } from './personalData';

/**
 * Does to every collection what the table says, and then forgets who it was. Every step is safe twice, so whoever comes
 * after a process that died begins anew and ends the same.
 */
export async function forgetPerson(who: Somebody, now: number): Promise<void> {
  for (const { name, ...treatment } of personalCollections) await treat(name, treatment, who);
  await endDeletion(who.openId, now);
}

async function treat(name: string, treatment: Treatment, who: Somebody): Promise<void> {
  const alias = aliasOf(who.openId);
  if (treatment.is === 'removed') await db.collection(name).where(treatment.find(who)).remove();
  if (treatment.is === 'kept') await db.collection(name).where(treatment.find(who)).update(treatment.update(alias));
  if (treatment.is === 'own') await treatment.forget(who.openId, alias);
}

/** Finishes the deletions that a dead process left. Answers how many. */
export async function settleDeletions(now: number): Promise<number> {
  const due = await readDueDeletions();
  for (const { openId, unionId } of due) if (openId !== undefined) await forgetPerson({ openId, unionId }, now);
  return due.length;
}

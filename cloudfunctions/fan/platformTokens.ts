import { _, db, insert, readOne } from '../_runtime/database';
import { sealText, unsealText } from './fanKeys';
import { isRefused, type Refused } from './weChatApi';

/** A token of the platform, or of an account that authorised it; or the platform's ticket. Moments are ms. */
interface TokenRecord {
  /** `ticket`, `component`, or an account's app id. */
  _id: string;
  /** The token, encrypted. */
  sealed?: string;
  /** When it expires; of the ticket, when WeChat sent it. */
  until: number;
  /** Until then somebody is asking for a new one. */
  askingUntil: number;
}

/** A new token, and for how many seconds it is good. */
export interface Issued {
  text: string;
  seconds: number;
}

const collection = 'platformTokens';
/** It is asked for anew this long before it expires, while the old one is still good for everybody else. */
const early = 600_000;
/** WeChat's clock and ours differ. */
const margin = 60_000;
/** Longer than any call waits for WeChat. */
const askingMs = 10_000;
const lookAgainAfter = 200;
const looks = 15;

/**
 * The token with this id, which all function instances share: WeChat ends the one before when a new one is asked for, so
 * of many who find it old one asks and the others use what is there, or wait for a moment. Answers WeChat's refusal.
 */
export async function keptToken(
  id: string,
  now: number,
  issue: () => Promise<Issued | Refused>,
): Promise<string | Refused> {
  for (let look = 0; look < looks; look += 1) {
    const known = await read(id);
    if (known.sealed && now < known.until - early) return unsealText(known.sealed, id);
    if (await takeTurn(id, now)) return renew(id, now, issue);
    if (known.sealed && now < known.until - margin) return unsealText(known.sealed, id);
    await pause(lookAgainAfter);
  }
  return { errcode: -1, errmsg: `nobody got a new token ${id}` };
}

/** Keeps a token that WeChat told with something else. */
export async function keepToken(id: string, now: number, { text, seconds }: Issued): Promise<void> {
  await read(id);
  const kept = { sealed: sealText(text, id), until: now + seconds * 1_000, askingUntil: 0 };
  await db.collection(collection).where({ _id: id }).update(kept);
}

/** WeChat does not take this token any more: the next who needs one asks anew. Does nothing if it was replaced. */
export async function dropToken(id: string, text: string): Promise<void> {
  const { sealed, until } = await read(id);
  if (!sealed || unsealText(sealed, id) !== text) return;
  await db.collection(collection).where({ _id: id, until }).update({ sealed: _.remove(), until: 0 });
}

/** Keeps the newest ticket of WeChat's; one that comes late, or again, changes nothing. */
export async function keepTicket(text: string, at: number): Promise<void> {
  await read('ticket');
  await db
    .collection(collection)
    .where({ _id: 'ticket', until: _.lt(at) })
    .update({ sealed: sealText(text, 'ticket'), until: at });
}

export async function readTicket(): Promise<string | undefined> {
  const { sealed } = await read('ticket');
  return sealed && unsealText(sealed, 'ticket');
}

async function read(id: string): Promise<TokenRecord> {
  const known = await readOne<TokenRecord>(collection, id);
  if (known) return known;
  const none: TokenRecord = { _id: id, until: 0, askingUntil: 0 };
  return (await insert(collection, none)) === 'inserted' ? none : read(id);
}

async function takeTurn(id: string, now: number): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id: id, askingUntil: _.lt(now) })
    .update({ askingUntil: now + askingMs });
  return updated === 1;
}

async function renew(id: string, now: number, issue: () => Promise<Issued | Refused>): Promise<string | Refused> {
  const issued = await issue();
  if (isRefused(issued)) {
    await db.collection(collection).where({ _id: id }).update({ askingUntil: 0 });
    return issued;
  }
  await keepToken(id, now, issued);
  return issued.text;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

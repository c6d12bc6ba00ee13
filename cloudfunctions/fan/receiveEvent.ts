import { noteFollow } from '../traffic/public';
import { hearOf } from './changeFan';
import { fanIdOf } from './fanKeys';
import { claimFollowCode } from './followCodes';
import type { GivingContext } from './giveWelcome';
import type { OfficialAccountRecord } from './officialAccounts';
import { isDone, noteDone, type PushName, pushIdOf } from './pushes';
import { askUnionId } from './unionIds';
import { welcomeFan } from './welcomeFan';

/** An event as WeChat pushes it (the part that we read). */
export interface AccountEvent extends PushName {
  /** `qrscene_…` of a new follower, the bare scene of a SCAN. */
  EventKey: string;
}

/** What became of a push: done now, done before, or nothing that concerns us. */
export type Received = 'done' | 'repeated' | 'ignored';

/**
 * Takes in what the official account of a shop is told: who follows, who left, whose code was scanned. Said twice, late
 * and out of order it ends the same; the unionid is asked for on the way, and later if WeChat does not answer.
 */
export async function receiveEvent(
  account: OfficialAccountRecord,
  event: AccountEvent,
  context: GivingContext,
): Promise<Received> {
  const { now } = context;
  const what = newsOf[event.Event];
  const at = Number(event.CreateTime);
  if (!what || !Number.isSafeInteger(at) || event.FromUserName === '') return 'ignored';
  const shopId = account._id;
  const pushId = pushIdOf(shopId, event);
  if (await isDone(pushId)) return 'repeated';

  const openId = event.FromUserName;
  const fanId = fanIdOf(shopId, openId);
  const scene = event.EventKey.replace(/^qrscene_/, '');
  const code = what === 'followed' && isOurs(scene) ? await claimFollowCode(scene, shopId, fanId) : undefined;
  const { after: fan } = await hearOf({ fanId, shopId }, { what, at, openId, shopperOpenId: code?.shopperOpenId });
  if (event.Event === 'subscribe') await noteFollow({ fanId, shopId, at: at * 1000, code });
  if (fan.person?.unionIdPending && account.trouble !== 'noRight') await askUnionId(account, fan, now);
  if (event.Event === 'subscribe' && fan.follows) await welcomeFan(account, fan, context);
  await noteDone(pushId, now);
  return 'done';
}

/** A SCAN is of somebody who follows. */
const newsOf: Partial<Record<string, 'followed' | 'unfollowed'>> = {
  subscribe: 'followed',
  SCAN: 'followed',
  unsubscribe: 'unfollowed',
};

/** The ids of our codes look like this; any other scene is somebody else's. */
const isOurs = (scene: string): boolean => /^[\w-]{43}$/.test(scene);

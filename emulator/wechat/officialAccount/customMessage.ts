import * as v from 'valibot';
import { localAppId } from '../../localAppId';
import { WeChatError } from '../WeChatError';
import type { Follower } from './OfficialAccount';
import { isOpenIdFor, type OfficialAccounts } from './OfficialAccounts';

const NotEmpty = v.pipe(v.string(), v.nonEmpty());
const CustomMessage = v.variant('msgtype', [
  v.object({ touser: v.string(), msgtype: v.literal('text'), text: v.object({ content: NotEmpty }) }),
  v.object({
    touser: v.string(),
    msgtype: v.literal('miniprogrampage'),
    miniprogrampage: v.object({ title: NotEmpty, appid: NotEmpty, pagepath: NotEmpty, thumb_media_id: NotEmpty }),
  }),
]);

/**
 * `message/custom/send`, texts and cards of a mini program page. Throws WeChatError 40008 or 47001 for what is none,
 * 40003 for no openid of the account, 40013 for the card of a mini program it is not tied to, 45015 when the person does
 * not follow or did nothing lately, 45047 when all that may be sent was. Whether a thumb_media_id exists is not checked.
 */
export function sendCustomMessage(accounts: OfficialAccounts, appId: string, body: unknown): void {
  const parsed = v.safeParse(CustomMessage, body);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) ?? 'body';
    throw field === 'msgtype' ? new WeChatError(40008, 'invalid message type') : badFormat(field);
  }
  const message = parsed.output;
  if (!isOpenIdFor(appId, message.touser)) throw new WeChatError(40003, 'invalid openid');
  if (message.msgtype === 'miniprogrampage' && message.miniprogrampage.appid !== localAppId) {
    throw new WeChatError(40013, 'invalid appid');
  }
  const follower = accounts.records.follower(appId, message.touser);
  const now = accounts.clock.now();
  refuseUnlessOpen(follower, now);
  const { left, until } = follower.credit;
  accounts.records.atomically(() => {
    accounts.records.saveFollower({ ...follower, credit: { left: left - 1, until } });
    accounts.records.addMessage({ appId, openId: message.touser, body: message, sentAt: now });
  });
}

function refuseUnlessOpen(follower: Follower | undefined, now: number): asserts follower is Follower {
  if (!follower || follower.credit.until <= now) {
    throw new WeChatError(45015, 'response out of time limit or subscription is canceled');
  }
  if (follower.credit.left <= 0) throw new WeChatError(45047, 'out of response count limit');
}

const badFormat = (field: string): WeChatError => new WeChatError(47001, `data format error: ${field}`);

import { isOver, readShopTemplate } from '../coupon/public';
import { type FanPerson, type FanRecord, readFan } from './fans';
import { type GivingContext, giveWelcome } from './giveWelcome';
import { type OfficialAccountRecord, readAccount } from './officialAccounts';
import { sendWelcome, type WelcomeMessage } from './sendWelcome';
import { beginWelcome, noteDue, noteFailed, readDueWelcomes, type WelcomeRecord, welcomeIdOf } from './welcomes';

/** Between two tries; longer than the function that began it may run. */
const retryEvery = 10_000;
/** WeChat takes messages to a new follower for a minute, and longer from one who has written something. */
const giveUpAfter = 10 * 60_000;

/**
 * Welcomes somebody who has just begun to follow, if the shop does so: the coupon at once for a shopper we know, and a
 * message of the account with the way to it. However often it is said, it is one coupon for life.
 */
export async function welcomeFan(
  account: OfficialAccountRecord,
  fan: FanRecord,
  context: GivingContext,
): Promise<void> {
  const { benefit } = account.followBenefit ?? {};
  if (benefit?.kind !== 'welcomeCoupon' || !fan.person) return;
  const welcome = await beginWelcome({
    ...{ _id: welcomeIdOf(fan._id), fanId: fan._id, shopId: account._id, templateId: benefit.templateId },
    ...{ due: context.now + retryEvery, giveUpAt: context.now + giveUpAfter },
  });
  if (welcome) await settle(welcome, account, fan.person, context);
}

/** Gives what a dead process did not, and sends what could not be sent. Answers how many welcomes were looked at. */
export async function settleWelcomes(now: number, newId: () => string): Promise<number> {
  const welcomes = await readDueWelcomes(now);
  for (const welcome of welcomes) {
    const [account, fan] = await Promise.all([readAccount(welcome.shopId), readFan(welcome.fanId)]);
    if (account?.status !== 'bound') await noteFailed(welcome._id, 'noAccount', now);
    else if (!fan?.person) await noteFailed(welcome._id, 'notReachable', now);
    else if (now >= welcome.giveUpAt) await noteFailed(welcome._id, 'unsure', now);
    else await settle(welcome, account, fan.person, { now, newId });
  }
  return welcomes.length;
}

async function settle(
  welcome: WelcomeRecord,
  account: OfficialAccountRecord,
  person: FanPerson,
  context: GivingContext,
): Promise<void> {
  const message = await messageTo(person, welcome, context);
  // Without a coupon there is nothing to say.
  const sent = message ? await sendWelcome(account, message, context.now) : 'sent';
  if (sent === 'never') await noteFailed(welcome._id, 'notReachable', context.now);
  else await noteDue(welcome._id, sent === 'later' ? context.now + retryEvery : undefined);
}

/** Gives the coupon to a shopper who is known, and answers what to say; nothing where there is no coupon. */
async function messageTo(
  { openId, shopperOpenId }: FanPerson,
  welcome: WelcomeRecord,
  context: GivingContext,
): Promise<WelcomeMessage | undefined> {
  if (shopperOpenId !== undefined) {
    const given = await giveWelcome(welcome, shopperOpenId, context);
    return given.ok ? { openId, couponName: given.value.name, token: 'alreadyGiven' } : undefined;
  }
  const template = await readShopTemplate(welcome.templateId, welcome.shopId);
  const isLeft = template && template.left > 0 && !isOver(template, context.now);
  return isLeft ? { openId, couponName: template.name, token: welcome._id } : undefined;
}

import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';
import { NotFound } from '../shapes';

/** What a shopper allows shops to write. */
export const messageOperations = {
  /** Whether a shop may write to the shopper, and the template that the shopper is asked for (`wx.requestSubscribeMessage`). */
  getMessagePreferences: {
    who: 'shopper',
    input: v.object({ shopId: Id }),
    output: v.object({ muted: v.boolean(), templateId: v.string() }),
    refusals: {},
  },
  /** Takes a shop's campaigns, or none of them. */
  setMessagePreferences: {
    who: 'shopper',
    input: v.object({ shopId: Id, muted: v.boolean() }),
    output: v.object({ muted: v.boolean() }),
    refusals: NotFound,
  },
  /**
   * Notes that the shopper allowed one more message, once for each `allowId`. WeChat counts for itself: what is said here
   * too often is corrected when it refuses to send.
   */
  noteAllowed: {
    who: 'shopper',
    limit: { times: 60, seconds: 3600 },
    input: v.object({ shopId: Id, allowId: v.pipe(Id, v.minLength(8)) }),
    output: v.object({ allowed: v.number() }),
    refusals: NotFound,
  },
} satisfies Contract;

import type { DemoPerson } from '../support/world/people';

/** Words that stand for what is personal; where one of them turns up, personal data would. */
export const canary = {
  name: '金丝雀小姐',
  phone: '13977310001',
  detail: '鸟笼胡同 7731 号',
  note: '请轻放，金丝雀怕吵',
  addressIdOf: ({ openId }: DemoPerson): string => `canary-${openId.slice(-6)}`,
};

/** Every way in which a log may name a person: the canaries, and all openids and unionids of the demo world. */
export const personal = new RegExp(
  [canary.name, canary.phone, canary.detail, canary.note, 'demo-(shopper|seller)-', 'union-(shopper|seller)-'].join(
    '|',
  ),
);

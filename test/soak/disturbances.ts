import type { OfficialDoor } from '../support/OfficialDoor';
import type { PayDoor } from '../support/PayDoor';
import { shoppers } from '../support/world/people';
import type { Dice } from './Dice';
import type { MortalStorefront } from './MortalStorefront';

/** What is disturbed. */
export interface Disturbed {
  storefront: MortalStorefront;
  pay: PayDoor;
  account: OfficialDoor;
  dice: Dice;
}

/** One thing that happens to everybody at once. Some reject, when a process has just died. */
export type Disturbance = (disturbed: Disturbed) => Promise<unknown>;

const minute = 60_000;

/** Whatever may happen but the end of the emulator, each with its share. */
export const disturbances: readonly [share: number, happens: Disturbance][] = [
  [6, ({ storefront }) => storefront.tick()],
  [3, ({ storefront }) => storefront.tick('people')],
  [1, ({ storefront }) => storefront.tick('upkeep')],
  [2, ({ storefront }) => storefront.killFunctions()],
  [4, ({ storefront, dice }) => storefront.advance(dice.upTo(3) * minute)],
  [1, ({ storefront }) => storefront.advance(16 * minute)],
  [1, ({ storefront, dice }) => storefront.advance(dice.upTo(26) * 60 * minute)],
  [3, notifyGoesWrong],
  [
    3,
    ({ pay, dice }) =>
      pay.switchOn({ of: 'call', mishap: dice.oneOf(['error', 'errorAfter', 'silentAfter']) ?? 'error' }),
  ],
  [2, ({ account, dice }) => account.follow(dice.oneOf(shoppers) ?? shoppers[0])],
  [2, ({ account, dice }) => account.unfollow(dice.oneOf(shoppers) ?? shoppers[0])],
  [
    2,
    ({ account, dice }) =>
      account.switchOn({ of: 'push', mishap: dice.oneOf(['twice', 'reorder', 'drop', 'forge', 'stale']) ?? 'drop' }),
  ],
  [
    1,
    ({ account, dice }) =>
      account.switchOn({ of: 'call', mishap: dice.oneOf(['down', 'quota', 'busy', 'tokenLost']) ?? 'down' }),
  ],
];

function notifyGoesWrong({ pay, dice }: Disturbed): Promise<void> {
  const mishap = dice.oneOf([
    'delay',
    'twice',
    'reorder',
    'drop',
    'tamper',
    'wrongKey',
    'stale',
    'wrongAmount',
  ] as const);
  return pay.switchOn({ of: 'notify', mishap: mishap ?? 'drop' });
}

import { randomBytes, randomInt } from 'node:crypto';
import type { Identity } from './identity';

/** What the platform hands to a function beside the event (the part that we use). */
export interface InvocationContext {
  request_id?: string;
}

/** Everything a handler may know about the world: nothing else reads a clock, a random source or an identity. */
export interface Context<Person extends string | undefined = string> {
  /** `order.placeOrder` */
  operation: string;
  requestId: string;
  /** The caller's openid; `undefined` only in operations for `anyone`. */
  openId: Person;
  /** The caller's unionid, when the mini program is in an Open Platform account. */
  unionId: string | undefined;
  /** Milliseconds since 1970, the same during the whole invocation. */
  now: number;
  /**
   * Resolves when the caller is within the operation's limit, and rejects with TooOften, which `serve` answers. A handler asks only
   * where the limit says `beside`; elsewhere `serve` has asked before it.
   */
  permitted(): Promise<void>;
  /** A new id: 24 characters of letters, digits, `-` and `_`. */
  newId(): string;
  /** Ten random digits, for people to show or to say. */
  newCode(): string;
}

/** Who calls when it is a timer or HTTP access. */
const nobody: Identity = { openId: undefined, unionId: undefined };

/** Opens the context of one invocation. */
export const openContext = (
  operation: string,
  invocation: InvocationContext | undefined,
  { openId, unionId }: Identity = nobody,
) => ({
  operation,
  requestId: invocation?.request_id ?? newId(),
  openId,
  unionId,
  now: Date.now(),
  permitted: () => Promise.resolve(),
  newId,
  newCode,
});

const newId = (): string => randomBytes(18).toString('base64url');

const newCode = (): string => String(randomInt(10 ** 10)).padStart(10, '0');

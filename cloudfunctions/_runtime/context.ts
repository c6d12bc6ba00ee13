import { randomBytes, randomInt } from 'node:crypto';

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
  /** Milliseconds since 1970, the same during the whole invocation. */
  now: number;
  /** A new id: 24 characters of letters, digits, `-` and `_`. */
  newId(): string;
  /** Ten random digits, for people to show or to say. */
  newCode(): string;
}

/** Opens the context of one invocation. */
export const openContext = (
  operation: string,
  invocation: InvocationContext | undefined,
  openId: string | undefined,
) => ({
  operation,
  requestId: invocation?.request_id ?? newId(),
  openId,
  now: Date.now(),
  newId,
  newCode,
});

const newId = (): string => randomBytes(18).toString('base64url');

const newCode = (): string => String(randomInt(10 ** 10)).padStart(10, '0');

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { readStoredJson } from '../dataFolder/readStoredJson';
import { readOrMakeKey } from '../readOrMakeKey';
import { cookie, type HttpRequest, header } from '../server/exchange';
import { writeFileAtomically } from '../writeFileAtomically';

const Session = v.variant('kind', [
  v.object({ kind: v.literal('wechat'), openId: v.string(), unionId: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal('anonymous'), uid: v.string() }),
  v.object({ kind: v.literal('custom'), uid: v.string(), customUserId: v.string() }),
]);

/** Whom a token stands for. */
export type Session = v.InferOutput<typeof Session>;

/** What a sign-in answers: who it is, and two tokens with the ms they live. */
export interface SignIn {
  session: Session;
  accessToken: string;
  accessMs: number;
  refreshToken: string;
}

const Token = v.object({
  use: v.picklist(['access', 'refresh']),
  session: Session,
  /** Names the sign-in, which signing out ends. A token of the door has none. */
  signInId: v.exactOptional(v.string()),
  /** When it ends, in ms by the emulator's clock; a token of the door never does. */
  until: v.exactOptional(v.number()),
  /** How long the access tokens live that a refresh token gives, in ms. */
  accessMs: v.exactOptional(v.number()),
});
type Token = v.InferOutput<typeof Token>;

const Ended = v.record(v.string(), v.number());

/** The cookie that carries a token in the browser preview. */
export const sessionCookie = 'emulator_session';

/** Hands out tokens and reads them back. A token says whom it stands for, signed with a key of the data folder. */
export class Sessions {
  readonly #key: Buffer;
  readonly #endedFile: string;
  /** Sign-ins that ended before their time, and when they would have. */
  #ended: Record<string, number>;

  /** `now` is the emulator's clock, in ms. Throws DamagedFile. */
  constructor(
    dataDir: string,
    private readonly now: () => number,
  ) {
    this.#key = readOrMakeKey(path.join(dataDir, 'session.key'));
    this.#endedFile = path.join(dataDir, 'signed-out.json');
    this.#ended = readStoredJson(this.#endedFile, Ended) ?? {};
  }

  /** The door's token for a session: it is valid as long as the data folder lives, across restarts. */
  token(session: Session): string {
    return this.#write({ use: 'access', session });
  }

  /** Signs in for `totalMs`, with access tokens that live `accessMs` each. */
  signIn(session: Session, accessMs: number, totalMs: number): SignIn {
    return this.#signIn(session, randomUUID(), accessMs, this.now() + totalMs);
  }

  /** The next access token of a sign-in; undefined when the refresh token is not ours, expired or signed out. */
  refresh(refreshToken: string): SignIn | undefined {
    const token = this.#read(refreshToken, 'refresh');
    if (token?.signInId === undefined || token.until === undefined || token.accessMs === undefined) return undefined;
    return this.#signIn(token.session, token.signInId, token.accessMs, token.until);
  }

  /** Ends the sign-in that an access token belongs to, with all its tokens; false when the token is not good. */
  signOut(accessToken: string): boolean {
    const token = this.#read(accessToken, 'access');
    if (token?.signInId === undefined) return token !== undefined;
    // Ended until its longest possible end: no refresh token lives longer than a year.
    const alive = Object.entries(this.#ended).filter(([, until]) => until > this.now());
    this.#ended = { ...Object.fromEntries(alive), [token.signInId]: this.now() + oneYearMs };
    writeFileAtomically(this.#endedFile, JSON.stringify(this.#ended));
    return true;
  }

  /** Whom the request's Bearer token or cookie stands for; undefined when there is none or it is no longer good. */
  of(request: HttpRequest): Session | undefined {
    const [, bearer] = /^Bearer (\S+)$/.exec(header(request, 'authorization')) ?? [];
    return this.#read(bearer ?? cookie(request, sessionCookie) ?? '', 'access')?.session;
  }

  #signIn(session: Session, signInId: string, accessMs: number, until: number): SignIn {
    const now = this.now();
    const accessUntil = Math.min(now + accessMs, until);
    return {
      session,
      accessToken: this.#write({ use: 'access', session, signInId, until: accessUntil }),
      accessMs: accessUntil - now,
      refreshToken: this.#write({ use: 'refresh', session, signInId, until, accessMs }),
    };
  }

  #write(token: Token): string {
    const payload = Buffer.from(JSON.stringify(token)).toString('base64url');
    return `${payload}.${this.#sign(payload).toString('base64url')}`;
  }

  #read(text: string, use: Token['use']): Token | undefined {
    const [payload = '', signature = ''] = text.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(payload);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const read = v.safeParse(Token, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    // One that an older emulator signed is as good as none.
    if (!read.success) return undefined;
    const { signInId, until = Number.POSITIVE_INFINITY } = read.output;
    const isOver = until <= this.now() || (signInId !== undefined && this.#ended[signInId] !== undefined);
    return isOver || read.output.use !== use ? undefined : read.output;
  }

  #sign(payload: string): Buffer {
    return createHmac('sha256', this.#key).update(payload).digest();
  }
}

const oneYearMs = 365 * 24 * 3600 * 1000;

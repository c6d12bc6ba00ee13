import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { readOrMakeKey } from '../readOrMakeKey';
import { cookie, type HttpRequest, header } from '../server/exchange';

const Session = v.variant('kind', [
  v.object({ kind: v.literal('wechat'), openId: v.string(), unionId: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal('anonymous'), uid: v.string() }),
]);

/** Whom a token stands for. */
export type Session = v.InferOutput<typeof Session>;

/** The cookie that carries a token in the browser preview. */
export const sessionCookie = 'emulator_session';

/** Hands out tokens and reads them back. A token is the session, signed with a key of the data folder. */
export class Sessions {
  readonly #key: Buffer;

  constructor(dataDir: string) {
    this.#key = readOrMakeKey(path.join(dataDir, 'session.key'));
  }

  /** A token for a session; it is valid as long as the data folder lives, across restarts. */
  token(session: Session): string {
    const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
    return `${payload}.${this.#sign(payload).toString('base64url')}`;
  }

  /** Whom the request's Bearer token or cookie stands for; undefined when there is none or it is not ours. */
  of(request: HttpRequest): Session | undefined {
    const [, bearer] = /^Bearer (\S+)$/.exec(header(request, 'authorization')) ?? [];
    return this.#read(bearer ?? cookie(request, sessionCookie) ?? '');
  }

  #read(token: string): Session | undefined {
    const [payload = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(payload);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return v.parse(Session, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  }

  #sign(payload: string): Buffer {
    return createHmac('sha256', this.#key).update(payload).digest();
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { readOrMakeKey } from '../readOrMakeKey';

/** What a link to a file is worth: without a signature it is 'unsigned'. */
export type LinkState = 'unsigned' | 'valid' | 'expired' | 'altered';

/**
 * Links that open one stored file until a moment, as those of a private bucket: `?sign=…&t=…`, where `t` is the last
 * second (since 1970, by the emulator's clock). The signing key belongs to the data folder, so a link survives a restart.
 */
export class TemporaryLinks {
  readonly #key: Buffer;

  /** `now` is in ms. */
  constructor(
    dataDir: string,
    private readonly url: string,
    private readonly now: () => number,
  ) {
    this.#key = readOrMakeKey(path.join(dataDir, 'storage.key'));
  }

  /** The address of a file, good for `maxAge` seconds. Not URL encoded: the SDK's downloadFile encodes it once more. */
  make(cloudPath: string, maxAge: number): string {
    const until = Math.floor(this.now() / 1000) + maxAge;
    return `${this.url}/files/${cloudPath}?sign=${this.#sign(cloudPath, until.toString())}&t=${until}`;
  }

  /** How the query of a request for this file stands. */
  check(cloudPath: string, query: URLSearchParams): LinkState {
    const given = query.get('sign');
    const until = query.get('t') ?? '';
    if (given === null) return 'unsigned';
    const expected = this.#sign(cloudPath, until);
    if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
      return 'altered';
    }
    return this.secondsLeft(query) < 0 ? 'expired' : 'valid';
  }

  /** For how many seconds a link still opens; negative when it no longer does. */
  secondsLeft(query: URLSearchParams): number {
    return Number(query.get('t')) - Math.floor(this.now() / 1000);
  }

  #sign(cloudPath: string, until: string): string {
    return createHmac('sha256', this.#key).update(`${until}\n${cloudPath}`).digest('hex').slice(0, 32);
  }
}

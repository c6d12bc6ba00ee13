import * as v from 'valibot';
import { WeChatError } from '../WeChatError';
import { drawQrCode } from './drawQrCode';

/** What WeChat allows: codes a minute, links a day. Source: getUnlimitedQRCode, generateUrlLink. */
export const entranceLimits = { codesAMinute: 5_000, linksADay: 500_000 };

const minute = 60_000;
const day = 86_400_000;

const Code = v.object({
  scene: v.optional(v.string(), ''),
  page: v.optional(v.string(), ''),
  width: v.optional(v.number(), 430),
});
const Link = v.object({
  path: v.optional(v.string(), ''),
  query: v.optional(v.string(), ''),
  expire_type: v.optional(v.picklist([0, 1]), 0),
  expire_time: v.optional(v.number()),
  expire_interval: v.optional(v.number()),
});

/** Ways into the mini program that its server makes: mini-program codes and URL Links. They lead into the H5 preview. */
export class Entrances {
  readonly #codes = new Window(minute);
  readonly #links = new Window(day);
  #failures: number[] = [];

  /** `url` is the emulator's, `now` its clock in ms. */
  constructor(
    private readonly url: string,
    private readonly now: () => number,
  ) {}

  /** The next calls fail with these errcodes, one each. */
  failWith(errcodes: readonly number[]): void {
    this.#failures = [...errcodes];
  }

  /**
   * `getwxacodeunlimit`: a PNG. It is a QR code, not the round sign of WeChat's, so that any camera opens the preview.
   * Throws WeChatError 40129 for a scene that is none, 41030 for a page that begins with a slash, 40097, 45009.
   */
  code(body: unknown): Buffer {
    this.#fail();
    const { scene, page, width } = parse(Code, body);
    if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene)) throw new WeChatError(40129, 'invalid scene');
    if (page.startsWith('/') || page.includes('?')) throw new WeChatError(41030, 'invalid page');
    if (width < 280 || width > 1280) throw new WeChatError(40097, 'invalid args: width');
    this.#codes.count(this.now(), entranceLimits.codesAMinute);
    return drawQrCode(this.#address(1047, page, `scene=${encodeURIComponent(scene)}`), width);
  }

  /**
   * `generate_urllink`: a link that is good for 30 days at most. Throws WeChatError 85401 for another time, 40165 for a
   * path that begins with a slash, 45009.
   */
  link(body: unknown): { url_link: string } {
    this.#fail();
    const wanted = parse(Link, body);
    const { path, query } = wanted;
    if (path.startsWith('/')) throw new WeChatError(40165, 'invalid weapp pagepath');
    const until = this.#endOf(wanted);
    const left = until - this.now();
    if (left < minute || left > 30 * day) throw new WeChatError(85401, 'time limit between 1min and 30day');
    this.#links.count(this.now(), entranceLimits.linksADay);
    const told = Buffer.from(JSON.stringify({ path, query, until })).toString('base64url');
    return { url_link: `${this.url}/wechat/link/${told}` };
  }

  /** Where a link leads; `undefined` when it is over, or none of ours. */
  follow(told: string): string | undefined {
    const { path = '', query = '', until = 0 } = parsedLink(told);
    return until > this.now() ? this.#address(1194, path, query) : undefined;
  }

  #endOf({ expire_type, expire_time = 0, expire_interval = 30 }: v.InferOutput<typeof Link>): number {
    return expire_type === 1 ? this.now() + expire_interval * day : expire_time * 1000;
  }

  #fail(): void {
    const errcode = this.#failures.shift();
    if (errcode !== undefined) throw new WeChatError(errcode, 'switched on at the door');
  }

  /** The page in the preview, which takes WeChat's scene value from its address. */
  #address(scene: number, page: string, query: string): string {
    return `${this.url}/?scene=${scene}#/${page}?${query}`;
  }
}

/** Counts calls in the present minute or day. */
class Window {
  #start = 0;
  #used = 0;

  constructor(private readonly length: number) {}

  count(now: number, most: number): void {
    const start = Math.floor(now / this.length);
    if (start !== this.#start) this.#used = 0;
    this.#start = start;
    this.#used += 1;
    if (this.#used > most) throw new WeChatError(45009, 'reach max api quota limit');
  }
}

function parse<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new WeChatError(40097, `invalid args: ${v.getDotPath(parsed.issues[0]) ?? 'body'}`);
  return parsed.output;
}

function parsedLink(told: string): { path?: string; query?: string; until?: number } {
  try {
    return JSON.parse(Buffer.from(told, 'base64url').toString('utf8')) as object;
  } catch {
    return {};
  }
}

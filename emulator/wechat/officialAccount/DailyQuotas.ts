import { WeChatError } from '../WeChatError';

/** Calls a day for each account. Source: developers.weixin.qq.com, 接口调用频次限制说明. */
const mostADay: Record<string, number> = {
  token: 2_000,
  'menu/create': 1_000,
  'menu/get': 10_000,
  'user/get': 500,
  'user/info': 5_000_000,
  'user/info/batchget': 5_000_000,
  'qrcode/create': 100_000,
  'message/custom/send': 500_000,
};

const day = 86_400_000;
const china = 8 * 3_600_000;

/** Counts the calls of each account from midnight in China; a restart begins anew. */
export class DailyQuotas {
  readonly #used = new Map<string, number>();
  #date = -1;

  /** `now` is the emulator's clock, in ms. */
  constructor(private readonly now: () => number) {}

  /** Counts one call. Throws WeChatError 45009 when the day's are used up; what has no known limit has none here. */
  count(appId: string, call: string): void {
    const date = Math.floor((this.now() + china) / day);
    if (date !== this.#date) this.#used.clear();
    this.#date = date;
    const used = this.#used.get(`${appId} ${call}`) ?? 0;
    if (used >= (mostADay[call] ?? Number.POSITIVE_INFINITY)) {
      throw new WeChatError(45009, 'reach max api daily quota limit');
    }
    this.#used.set(`${appId} ${call}`, used + 1);
  }
}

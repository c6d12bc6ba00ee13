import { NotEmulated } from '../../CloudBaseError';
import { WeChatError } from '../WeChatError';

/** The fields of a message by keyword, such as `{ thing1: { value: '龙井' } }`. */
export type Keywords = Record<string, { value: string }>;

/**
 * What each kind of keyword may hold. Source: developers.weixin.qq.com, subscribeMessage.send, "参数值限制". WeChat counts
 * characters, not bytes.
 */
const mayHold: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?[\d.]{1,32}$/.test(value) && Number.isFinite(Number(value)),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && /^[\p{P}\p{S}]+$/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => value.split('~').every((moment) => /(^|\s)([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(moment.trim())),
  date: (value) =>
    value.split('~').every((day) => /^\d{4}(年|-|\/|\.)\d{1,2}(月|-|\/|\.)\d{1,2}日?(\s|$)/.test(day.trim())),
  amount: (value) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) =>
    length(value) <= 8 && /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]$/u.test(value),
  name: (value) => !/\d/.test(value) && length(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/**
 * Refuses with 47003, naming the field, what WeChat refuses. Which keywords a template has is WeChat's secret, so a
 * wrong or missing one is not noticed. Whether an `enum` is one of its template's values is not emulated.
 */
export function checkKeywords(keywords: Keywords): void {
  for (const [keyword, { value }] of Object.entries(keywords)) {
    const [, kind = ''] = /^(.+?)\d+$/.exec(keyword) ?? [];
    if (kind === 'enum') throw new NotEmulated(`the keyword ${keyword} of a subscribe message`);
    if (value === '') throw new WeChatError(47003, `argument invalid! data.${keyword}.value is empty`);
    if (!mayHold[kind]?.(value)) throw new WeChatError(47003, `argument invalid! data.${keyword}.value invalid`);
  }
}

function length(value: string): number {
  return [...value].length;
}

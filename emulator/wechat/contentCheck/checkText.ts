import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Person } from '../../identity/Person';
import { WeChatError } from '../WeChatError';

const longest = 2_500;
const CheckText = v.object({
  version: v.literal(2),
  openid: v.string(),
  /** 1 profile, 2 comment, 3 forum, 4 social log */
  scene: v.picklist([1, 2, 3, 4]),
  content: v.string(),
  title: v.optional(v.string(), ''),
  nickname: v.optional(v.string(), ''),
  signature: v.optional(v.string(), ''),
});

/** What a text is found to be: to be passed, looked at by a person, or refused; and what it is about. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** Our own few words in place of WeChat's secret ones; the labels are WeChat's. */
const found: readonly (Verdict & { words: RegExp })[] = [
  { words: /赌博|博彩|枪支|毒品/, suggest: 'risky', label: 20006 },
  { words: /诈骗|刷单/, suggest: 'risky', label: 20008 },
  { words: /傻[逼瓜]|混蛋/, suggest: 'risky', label: 20003 },
  { words: /加微信|微信号|代购群/, suggest: 'review', label: 10001 },
];
const harmless: Verdict = { suggest: 'pass', label: 100 };

/**
 * `msg_sec_check` 2.0: by plain words. Throws WeChatError 47001 for a body that is none, 40003 for somebody who is not
 * here, 40129 for a scene, 44002 for an empty text. That a text beyond 2 500 characters is 47001 is our guess; that the
 * person was active within two hours is not checked. Source: developers.weixin.qq.com, 文本内容安全识别.
 */
export function checkText(people: readonly Person[], body: unknown): object {
  const parsed = v.safeParse(CheckText, body);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) ?? 'body';
    throw field === 'scene' ? new WeChatError(40129, 'invalid scene') : wrongBody(field);
  }
  const { openid, content, title, nickname, signature } = parsed.output;
  if (!people.some(({ openId }) => openId === openid)) throw new WeChatError(40003, 'invalid openid');
  if (content === '') throw new WeChatError(44002, 'empty post data');
  if ([...content].length > longest) throw wrongBody('content');
  const text = [title, nickname, signature, content].join('\n');
  const { suggest, label } = found.find(({ words }) => words.test(text)) ?? harmless;
  const result = { suggest, label };
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }];
  return { errcode: 0, errmsg: 'ok', detail, trace_id: randomUUID(), result };
}

const wrongBody = (field: string): WeChatError => new WeChatError(47001, `data format error: ${field}`);

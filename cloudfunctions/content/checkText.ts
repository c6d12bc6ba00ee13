import { callWeChat, WeChatRefused } from '../_runtime/callWeChat';

/** What WeChat says of a text; `none` when it does not answer. */
export type TextVerdict = 'pass' | 'review' | 'risky' | 'none';

/** A comment; WeChat's other scenes are profiles, forums and social posts. */
const scene = 2;
/** The author was not here within two hours, so WeChat will not say: a person has to look. */
const notHereLately = 61010;

/** Asks WeChat whether a text may be published. Source: developers.weixin.qq.com, 文本内容安全识别 (msg_sec_check 2.0). */
export async function checkText(
  { openId, name, text }: { openId: string; name: string; text: string },
  now: number,
): Promise<TextVerdict> {
  try {
    const asked = { version: 2, openid: openId, scene, nickname: name, content: text };
    const { result } = (await callWeChat('wxa/msg_sec_check', asked, now)) as { result?: { suggest?: string } };
    return verdictOf(result?.suggest);
  } catch (error) {
    if (error instanceof WeChatRefused && error.errcode === notHereLately) return 'review';
    // Whatever else went wrong must not cost the author the comment: it waits, and is asked about again.
    console.error(JSON.stringify({ operation: 'content.checkText', fault: String(error) }));
    return 'none';
  }
}

function verdictOf(suggest: string | undefined): TextVerdict {
  if (suggest === 'pass' || suggest === 'risky') return suggest;
  return 'review';
}

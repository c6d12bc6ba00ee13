import { type ApiHost, type AsyncApi, asyncApi, type Failure } from './asyncApi';
import type { Cloud } from './Cloud';
import type { Gesture } from './Gesture';

/** What a phone knows of subscribe messages. */
export interface SubscribeHost extends ApiHost {
  cloud: Cloud;
  gesture: Gesture;
  /**
   * What becomes of it when the mini program asks whether it may send a message: the person's answer; `ban` where WeChat
   * closed the template; `off` where the person switched off all such messages.
   */
  answers: { subscribe: 'accept' | 'reject' | 'ban' | 'off' };
}

/** One call may ask for so many templates; newer WeChats take five. */
const mostTemplates = 3;

/**
 * `wx.requestSubscribeMessage`: a yes is noted by the emulator's WeChat, one message of each template. It fails as WeChat
 * does: outside a tap (after a payment, too, which WeChat would take), without a network, with no template or too many,
 * and where such messages are switched off. Source: developers.weixin.qq.com, wx.requestSubscribeMessage, 错误码.
 */
export function subscribeApi(host: SubscribeHost): AsyncApi {
  return (options) => {
    // What is asked a moment later is not asked by the tap any more.
    const { isTap } = host.gesture;
    const ask = (request: { tmplIds: readonly string[] }) => askFor(request, isTap, host);
    return asyncApi('requestSubscribeMessage', ask, host)(options);
  };
}

async function askFor(
  { tmplIds }: { tmplIds: readonly string[] },
  isTap: boolean,
  { cloud, answers }: SubscribeHost,
): Promise<object> {
  if (!isTap) throw failure('can only be invoked by user TAP gesture.');
  if (tmplIds.length === 0) throw failure("TmplIds can't be empty", 10001);
  if (cloud.mishaps.requestSubscribeMessage === 'offline') throw failure('Request list fail', 10002);
  if (tmplIds.length > mostTemplates) throw failure('Templates count out of max bounds', 20003);
  if (answers.subscribe === 'off') throw failure('The main switch is switched off', 20004);
  if (answers.subscribe === 'ban') return Object.fromEntries(tmplIds.map((id) => [id, 'ban']));
  return cloud.requestSubscribeMessage(tmplIds, answers.subscribe);
}

const failure = (because: string, errCode?: number): Failure => ({
  errMsg: `requestSubscribeMessage:fail ${because}`,
  ...(errCode !== undefined && { errCode }),
});

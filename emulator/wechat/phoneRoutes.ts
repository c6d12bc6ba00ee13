import * as v from 'valibot';
import { CloudBaseError } from '../CloudBaseError';
import type { Person } from '../identity/Person';
import type { Sessions } from '../identity/Sessions';
import { type HttpRequest, json, type Route } from '../server/exchange';
import { parseBody } from '../server/parseBody';
import type { WeChat } from './WeChat';

const Login = v.object({ openId: v.optional(v.string()) });
const RequestSubscribeMessage = v.object({
  openId: v.optional(v.string()),
  // One tap may ask for three templates. Source: developers.weixin.qq.com, wx.requestSubscribeMessage.
  tmplIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1), v.maxLength(3)),
  outcome: v.picklist(['accept', 'reject']),
});

const mostMessages = 200;

/** What the phone routes stand on. */
export interface PhoneRouteOptions {
  weChat: WeChat;
  sessions: Sessions;
  people: readonly Person[];
}

/**
 * The phone's side of WeChat, for a host of `wx` and for tests: `wx.login`, `wx.requestSubscribeMessage`, and the
 * messages that would lie on the phones. Who holds the phone is `openId`, or else the person one acts as.
 */
export function phoneRoutes({ weChat, sessions, people }: PhoneRouteOptions): Route[] {
  return [
    {
      method: 'POST',
      path: '/_emulator/wechat/login',
      answer: (request) => {
        const openId = holder(sessions, request, parseBody(request, Login).openId);
        const person = people.find((one) => one.openId === openId);
        if (!person) throw new CloudBaseError('INVALID_PARAM', 'Nobody here has this openId.');
        return json({ errMsg: 'login:ok', code: weChat.loginCodes.issue(person) });
      },
    },
    {
      method: 'POST',
      path: '/_emulator/wechat/requestSubscribeMessage',
      answer: (request) => {
        const { openId, tmplIds, outcome } = parseBody(request, RequestSubscribeMessage);
        const who = holder(sessions, request, openId);
        if (outcome === 'accept') for (const templateId of tmplIds) weChat.messages.allow(who, templateId);
        const answers = Object.fromEntries(tmplIds.map((templateId) => [templateId, outcome]));
        return json({ ...answers, errMsg: 'requestSubscribeMessage:ok' });
      },
    },
    {
      method: 'GET',
      path: '/_emulator/wechat/messages',
      answer: () => json({ messages: weChat.messages.latest(mostMessages) }),
    },
  ];
}

function holder(sessions: Sessions, request: HttpRequest, openId: string | undefined): string {
  if (openId !== undefined) return openId;
  const session = sessions.of(request);
  if (session?.kind === 'wechat') return session.openId;
  throw new CloudBaseError('INVALID_PARAM', 'Say whose phone it is: openId, or act as a person.');
}

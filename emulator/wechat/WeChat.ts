import { NotEmulated } from '../CloudBaseError';
import { AccessTokens, localAppSecret } from './AccessTokens';
import { LoginCodes } from './login/LoginCodes';
import { MessageRecords } from './messages/MessageRecords';
import { sendSubscribeMessage } from './messages/sendSubscribeMessage';
import { authorisePath } from './officialAccount/authorisePage';

/** WeChat's side of a mini program, but for paying: its server API, and what it keeps. */
export class WeChat {
  readonly accessTokens: AccessTokens;
  readonly loginCodes: LoginCodes;
  readonly messages: MessageRecords;

  /** `now` is the emulator's clock, in ms. */
  constructor(
    dataDir: string,
    private readonly now: () => number,
  ) {
    this.accessTokens = new AccessTokens(dataDir, now);
    this.loginCodes = new LoginCodes(now);
    this.messages = new MessageRecords(dataDir);
  }

  /** Answers one call of the server API. Throws WeChatError; an API that is not here is NOT_EMULATED by name. */
  callApi(name: string, body: unknown): Record<string, unknown> {
    if (name !== 'subscribeMessage.send') throw new NotEmulated(`WeChat's API ${name}`);
    return { ...sendSubscribeMessage(this.messages, body, this.now()) };
  }

  close(): void {
    this.messages.close();
  }
}

/** Where a cloud function finds WeChat's server API here, the secret it signs in with, and where it hears of events. */
export function weChatEnvironment(url: string): Record<string, string> {
  return {
    ...{ WECHAT_API_BASE_URL: url, WECHAT_APP_SECRET: localAppSecret },
    ...{ WECHAT_PUSH_URL: `${url}/wechat/push`, WECHAT_AUTHORISE_URL: `${url}${authorisePath}` },
  };
}

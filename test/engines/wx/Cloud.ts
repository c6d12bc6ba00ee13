import { Weather } from '../../support/Weather';
import { type Failure, Later } from './asyncApi';
import { fileUrl } from './fileUrl';

/** What is wrong with an API just now. With `answerLost`, the work is done and nobody hears of it. */
export interface Mishaps {
  callFunction: 'none' | 'denied' | 'offline' | 'answerLost';
  requestPayment: 'none' | 'denied' | 'offline';
  requestSubscribeMessage: 'none' | 'offline';
}

/** What `wx.cloud.callFunction` answers. */
interface CallResult {
  result: unknown;
  requestID: string;
}

/** An answer that is on its way, and how it arrives. */
interface LateAnswer {
  operation: string;
  arrive(): void;
}

/** The function and what is sent to it. */
export interface FunctionCall {
  name: string;
  data?: unknown;
}

/** The door of an emulator, as one person with a phone uses it. */
export class Cloud {
  readonly mishaps: Mishaps = {
    callFunction: 'none',
    requestPayment: 'none',
    requestSubscribeMessage: 'none',
  };
  /** The network, call by call; `mishaps` go before it. */
  readonly weather = new Weather();
  /** Answers that are late, the earliest first. */
  readonly late: LateAnswer[] = [];
  /** The operations that were answered, `order.placeOrder`, the latest last. */
  readonly answered: string[] = [];
  /** How many answers had to be waited for, one after the other: calls side by side are one. */
  waits = 0;
  #underWay = 0;
  #round = 0;
  #token = '';

  constructor(private readonly url: string) {}

  /** From here on, the phone is this person's. */
  async actAs(openId: string): Promise<void> {
    const { token } = (await this.#post('/_emulator/actAs', { openId })).body as { token: string };
    this.#token = token;
  }

  /** From here on, the phone is nobody's whom WeChat would name: the single page of Moments. */
  async actAsNobody(): Promise<void> {
    const { access_token: token } = (await this.#post('/auth/v1/signin/anonymously', {})).body as {
      access_token: string;
    };
    this.#token = token;
  }

  /** `wx.cloud.callFunction`. Throws WeChat's failure when the function failed, is not there, or cannot be reached. */
  async callFunction(call: FunctionCall): Promise<CallResult | Later<CallResult>> {
    const operation = operationOf(call);
    const fate = this.weather.fateOf(operation);
    if (this.#underWay === 0) this.#round = this.waits + 1;
    const round = this.#round;
    this.#underWay += 1;
    try {
      if (fate === 'lost') throw callFailure('request:fail');
      const answer = await this.#reach(call);
      if (fate === 'answerLost') throw callFailure('request:fail timeout');
      return fate === 'late' ? this.#delay(operation, answer) : answer;
    } finally {
      this.#underWay -= 1;
      this.answered.push(operation);
      this.waits = Math.max(this.waits, round);
    }
  }

  #delay(operation: string, answer: CallResult): Later<CallResult> {
    return new Later(
      new Promise((resolve) => {
        this.late.push({ operation, arrive: () => resolve(answer) });
      }),
    );
  }

  async #reach({ name, data }: FunctionCall): Promise<CallResult> {
    const mishap = this.mishaps.callFunction;
    if (mishap === 'offline') throw callFailure('request:fail');
    if (mishap === 'denied') throw callFailure('没有权限，请先开通云开发或者云托管', -601034);
    const { status, body, requestId } = await this.#post(`/v1/functions/${name}`, data ?? {});
    if (mishap === 'answerLost') throw callFailure('request:fail timeout');
    if (status === 404) throw callFailure('FunctionName parameter could not be found', -501000);
    if (status !== 200) throw callFailure(`functions execute fail | ${JSON.stringify(body)}`, -504002);
    return { result: body, requestID: requestId };
  }

  /** WeChat's cashier: signs nothing itself, the emulator checks everything. Throws what the cashier answers. */
  async requestPayment(request: object, outcome: 'pay' | 'cancel'): Promise<void> {
    const mishap = this.mishaps.requestPayment;
    if (mishap === 'offline') throw { errMsg: 'requestPayment:fail request:fail' } satisfies Failure;
    if (mishap === 'denied') throw { errMsg: 'requestPayment:fail auth deny' } satisfies Failure;
    const { body } = await this.#post('/_emulator/wechat/requestPayment', { ...request, outcome });
    const { errMsg } = body as Failure;
    if (errMsg !== 'requestPayment:ok') throw { errMsg } satisfies Failure;
  }

  /** Tells WeChat whether the person wants one message of each template. Answers that by template, as `wx` does. */
  async requestSubscribeMessage(tmplIds: readonly string[], outcome: 'accept' | 'reject'): Promise<object> {
    const { status, body } = await this.#post('/_emulator/wechat/requestSubscribeMessage', { tmplIds, outcome });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as object;
  }

  /** Fetches a file by its id, as the person whose phone it is. Rejects when they may not read it, or it is not there. */
  async fetchFile(fileId: string): Promise<Response> {
    const answer = await fetch(fileUrl(fileId, `${this.url}/files`), { headers: this.#identity });
    if (!answer.ok) throw new Error(`${fileId} answered ${answer.status}`);
    return answer;
  }

  get #identity(): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }

  async #post(path: string, body: object): Promise<{ status: number; body: unknown; requestId: string }> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#identity },
      body: JSON.stringify(body),
    });
    const requestId = response.headers.get('x-request-id') ?? '';
    return { status: response.status, body: await response.json(), requestId };
  }
}

const operationOf = ({ name, data }: FunctionCall): string =>
  `${name}.${(data as { operation?: string } | undefined)?.operation}`;

const callFailure = (because: string, errCode?: number): Failure => ({
  errMsg: `cloud.callFunction:fail Error: ${errCode === undefined ? '' : `errCode: ${errCode} | errMsg: `}${because}`,
  ...(errCode !== undefined && { errCode }),
});

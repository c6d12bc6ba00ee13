import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { localAppId } from '../../localAppId';
import type { MerchantAccount } from './MerchantAccount';

/** What WeChat Pay notified, decrypted. */
export interface Notice {
  event_type: string;
  resource: Record<string, unknown>;
}

/** For tests: the merchant of a data folder, speaking to an emulator through wechatpay-axios-plugin. */
export class TestMerchant {
  readonly account: MerchantAccount;
  /** What the notify_url answers. */
  notifyStatus = 204;
  readonly notices: Notice[] = [];
  readonly #server: Server;
  readonly #listening: (() => void)[] = [];

  private constructor(
    dataDir: string,
    private readonly emulatorUrl: () => string,
  ) {
    this.account = JSON.parse(readFileSync(path.join(dataDir, 'merchant.json'), 'utf8')) as MerchantAccount;
    this.#server = createServer((request, response) => {
      this.#receive(request).then(
        (status) => response.writeHead(status).end(),
        (error) => response.writeHead(500).end(String(error)),
      );
    });
  }

  /** Opens the notify_url. The emulator must have started once on `dataDir`; its address may change between calls. */
  static async open(dataDir: string, emulatorUrl: () => string): Promise<TestMerchant> {
    const merchant = new TestMerchant(dataDir, emulatorUrl);
    await new Promise<void>((resolve) => merchant.#server.listen(0, '127.0.0.1', resolve));
    return merchant;
  }

  get notifyUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/notify`;
  }

  /** The API of WeChat Pay; it verifies each answer's signature. */
  get api(): Decorator['v3'] {
    const { mchid, serial, merchantPrivateKey: privateKey, publicKeyId, weChatPayPublicKey } = this.account;
    const baseURL = `${this.emulatorUrl()}/wechatpay/`;
    return new Decorator({ mchid, serial, privateKey, certs: { [publicKeyId]: weChatPayPublicKey }, baseURL }).v3;
  }

  /** Places an order of 98.00 yuan by oAnn and answers its prepay_id. */
  async placeOrder(outTradeNo: string, fields: Record<string, unknown> = {}): Promise<string> {
    const { data } = await this.api.post('v3/pay/transactions/jsapi', {
      appid: localAppId,
      mchid: this.account.mchid,
      description: '两罐龙井',
      out_trade_no: outTradeNo,
      notify_url: this.notifyUrl,
      amount: { total: 9800, currency: 'CNY' },
      payer: { openid: 'oAnn' },
      ...fields,
    });
    return data.prepay_id;
  }

  async query(outTradeNo: string): Promise<Record<string, unknown>> {
    const params = { mchid: this.account.mchid };
    return (await this.api.get(`v3/pay/transactions/out-trade-no/${outTradeNo}`, { params })).data;
  }

  /** Closes an order and answers the HTTP status. */
  async close(outTradeNo: string): Promise<number> {
    const { mchid } = this.account;
    return (await this.api.post(`v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid })).status;
  }

  /** Asks for a path below `/wechatpay`, signed by the emulator's clock, which may be days ahead of this machine's. */
  async get(target: string): Promise<{ status: number; text: string; body: Record<string, unknown> }> {
    const { mchid, serial, merchantPrivateKey } = this.account;
    const clock = (await (await fetch(`${this.emulatorUrl()}/_emulator/clock`)).json()) as { now: number };
    const [timestamp, nonce] = [String(Math.floor(clock.now / 1000)), Formatter.nonce()];
    const signed = Formatter.request('GET', `/wechatpay${target}`, timestamp, nonce);
    const signature = Rsa.sign(signed, merchantPrivateKey);
    const authorization = Formatter.authorization(mchid, nonce, signature, timestamp, serial);
    const headers = { accept: 'application/json', authorization };
    const answer = await fetch(`${this.emulatorUrl()}/wechatpay${target}`, { headers });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, text, body: isJson ? JSON.parse(text) : {} };
  }

  /** What the mini program would hand to wx.requestPayment. */
  paymentParams(prepayId: string): Record<string, string> {
    const timeStamp = Formatter.timestamp().toString();
    const nonceStr = Formatter.nonce();
    const prepay = `prepay_id=${prepayId}`;
    const message = Formatter.joinedByLineFeed(localAppId, timeStamp, nonceStr, prepay);
    const paySign = Rsa.sign(message, this.account.merchantPrivateKey);
    return { appId: localAppId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
  }

  /** Lets the payer pay, or do what `changed` says, and answers the errMsg. */
  async requestPayment(prepayId: string, changed: Record<string, string> = {}): Promise<string> {
    const body = JSON.stringify({ ...this.paymentParams(prepayId), outcome: 'pay', ...changed });
    const answer = await fetch(`${this.emulatorUrl()}/_emulator/wechat/requestPayment`, { method: 'POST', body });
    return ((await answer.json()) as { errMsg: string }).errMsg;
  }

  /** The n-th notification, once it has come. */
  async heard(n: number): Promise<Notice | undefined> {
    while (this.notices.length < n) await new Promise<void>((resolve) => this.#listening.push(resolve));
    return this.notices[n - 1];
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  // Verifies and decrypts as WeChat Pay documents; what does not verify is not a notice, and a test waits in vain.
  async #receive(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const sent = (name: string): string => String(request.headers[`wechatpay-${name}`]);
    const message = Formatter.response(sent('timestamp'), sent('nonce'), body);
    const isOurs = sent('serial') === this.account.publicKeyId;
    if (!isOurs || !Rsa.verify(message, sent('signature'), this.account.weChatPayPublicKey)) return 401;
    const { event_type, resource } = JSON.parse(body);
    const { ciphertext, nonce, associated_data } = resource;
    const plain = Aes.AesGcm.decrypt(ciphertext, this.account.apiV3Key, nonce, associated_data);
    this.notices.push({ event_type, resource: JSON.parse(plain) });
    for (const wake of this.#listening.splice(0)) wake();
    return this.notifyStatus;
  }
}

import { CommonClient } from 'tencentcloud-sdk-nodejs-common';

/** What Tencent Cloud's API refused a request with. */
export class CloudRefused extends Error {
  constructor(
    readonly action: string,
    readonly code: string,
    message: string,
  ) {
    super(`${action}: ${code}: ${message}`);
  }
}

/** How to reach the API. */
export interface CloudAccountOptions {
  secretId: string;
  secretKey: string;
  /** Of a temporary key. */
  token?: string | undefined;
  region: string;
  /** Host and port of something that answers instead of Tencent Cloud, without TLS: for tests. */
  endpoint?: string;
}

/** The two services of Tencent Cloud that make up CloudBase, and the versions of their APIs that are spoken here. */
const versions = { tcb: '2018-06-08', scf: '2018-04-16' } as const;

/** An account at Tencent Cloud: sends signed requests (TC3-HMAC-SHA256), one action each. */
export class CloudAccount {
  readonly #clients: Record<keyof typeof versions, CommonClient>;

  constructor({ secretId, secretKey, token, region, endpoint }: CloudAccountOptions) {
    const client = (service: keyof typeof versions) =>
      new CommonClient(`${service}.tencentcloudapi.com`, versions[service], {
        credential: { secretId, secretKey, ...(token && { token }) },
        region,
        profile: { httpProfile: { reqTimeout: 60, ...(endpoint && { endpoint, protocol: 'http://' }) } },
      });
    this.#clients = { tcb: client('tcb'), scf: client('scf') };
  }

  /** Answers what the action answers. Throws CloudRefused, or whatever the network throws. */
  async ask<Answer = object>(service: keyof typeof versions, action: string, request: object): Promise<Answer> {
    try {
      return (await this.#clients[service].request(action, request)) as Answer;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      throw code ? new CloudRefused(action, code, message) : error;
    }
  }
}

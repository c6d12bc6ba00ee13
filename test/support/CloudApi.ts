import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { ApiError, type CloudState } from './CloudState';
import { cloudActions } from './cloudActions';

/** The key that the fake account has. */
export const cloudKey = { secretId: 'AKIDtest', secretKey: 'test-secret-key' };

/**
 * Tencent Cloud's API, as much of it as a deployment speaks, on loopback: it checks the TC3 signature and takes no field
 * that an action does not have. It keeps a record of the actions that changed something.
 */
export class CloudApi {
  readonly state: CloudState;
  /** Actions that changed something, in their order. */
  readonly changes: string[] = [];
  /** The next change is refused with this code, before or after it was made. */
  refuseNext: { action: string; code: string; after: boolean } | undefined;
  readonly #server: Server;

  private constructor(envId: string) {
    const domain = `${envId}-1250000000.ap-shanghai.app.tcloudbase.com`;
    const none = { collections: new Map(), functions: new Map(), paths: new Map() };
    this.state = { envId, ...none, storageRule: 'PRIVATE', domain };
    this.#server = createServer((request, response) => {
      void this.#answer(request).then((body) => response.end(body));
    });
  }

  static async open(envId: string): Promise<CloudApi> {
    const api = new CloudApi(envId);
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  /** Host and port. */
  get endpoint(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage): Promise<Buffer> {
    if (request.method === 'GET') return this.#archive(request.url ?? '');
    const body = await bodyOf(request);
    const action = String(request.headers['x-tc-action']);
    try {
      if (!isSigned(request, body)) throw new ApiError('AuthFailure.SignatureFailure');
      return response(this.#act(action, JSON.parse(body.toString()) as object));
    } catch (error) {
      const { code = 'InternalError', message } = error as Partial<ApiError>;
      return response({ Error: { Code: code, Message: message } });
    }
  }

  #act(action: string, sent: object): object {
    const known = cloudActions[action];
    if (!known) throw new ApiError('InvalidAction', action);
    const parsed = v.safeParse(known.request, sent);
    if (!parsed.success) throw new ApiError('InvalidParameter', v.summarize(parsed.issues));
    const refusal = this.refuseNext?.action === action ? this.refuseNext : undefined;
    if (refusal) this.refuseNext = undefined;
    if (refusal && !refusal.after) throw new ApiError(refusal.code);
    const answer = known.act(this.state, parsed.output as never, this.endpoint);
    if (known.changes) this.changes.push(action);
    if (refusal) throw new ApiError(refusal.code);
    return answer;
  }

  #archive(url: string): Buffer {
    const [, name = '', version] = url.split('/');
    const kept = this.state.functions.get(name)?.versions.find((each) => each.Version === version);
    return Buffer.from(kept?.archive ?? '', 'base64');
  }
}

const response = (answer: object): Buffer =>
  Buffer.from(JSON.stringify({ Response: { ...answer, RequestId: 'request' } }));

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** TC3-HMAC-SHA256, as https://cloud.tencent.com/document/api/213/30654 tells it. */
function isSigned({ headers, url }: IncomingMessage, body: Buffer): boolean {
  const [, credential = '', signed = '', signature] =
    /^TC3-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(headers.authorization ?? '') ?? [];
  const [secretId, date = '', service = ''] = credential.split('/');
  const canonicalHeaders = signed
    .split(';')
    .map((name) => `${name}:${String(headers[name]).trim().toLowerCase()}\n`)
    .join('')
    // The SDK signs the bare name of the host: the real one is on its usual port.
    .replace(/^(host:[^:\n]+):\d+$/m, '$1');
  const canonical = ['POST', url, '', canonicalHeaders, signed, sha256(body)].join('\n');
  const scope = `${date}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, sha256(canonical)].join('\n');
  const key = [date, service, 'tc3_request'].reduce<Buffer>(
    (before, part) => hmac(before, part),
    Buffer.from(`TC3${cloudKey.secretKey}`),
  );
  return secretId === cloudKey.secretId && hmac(key, text).toString('hex') === signature;
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

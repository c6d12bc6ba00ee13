import { createPublicKey, generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { readStoredJson } from '../dataFolder/readStoredJson';
import { writeFileAtomically } from '../writeFileAtomically';

const KeyFile = v.object({ private_key_id: v.string(), private_key: v.string(), env_id: v.string() });

/** The key of custom sign-in, in the form in which CloudBase's console hands it out. */
export type CustomLoginKey = v.InferOutput<typeof KeyFile>;

/** What a good ticket says: who signs in, how long in all, and for how long each access token, in ms. */
export interface TicketHolder {
  customUserId: string;
  accessMs: number;
  totalMs: number;
}

// All times are ms, other than in RFC 7519: so does createTicket of @cloudbase/node-sdk write them.
const Ticket = v.object({
  env: v.string(),
  // createTicket refuses other ids.
  uid: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_\-#@~=*(){}[\]:.,<>+]{4,32}$/)),
  exp: v.number(),
  refresh: v.pipe(v.number(), v.minValue(1000)),
  expire: v.number(),
});

/** Reads the tickets that `app.auth().createTicket` of @cloudbase/node-sdk makes with this environment's key. */
export class CustomLogin {
  /** What a program gives `tcb.init` as `credentials`; also kept as `tcb_custom_login.json` in the data folder. */
  readonly key: CustomLoginKey;

  /** `now` is the emulator's clock, in ms. Throws DamagedFile. */
  constructor(
    dataDir: string,
    private readonly envId: string,
    private readonly now: () => number,
  ) {
    this.key = readOrMakeKeyFile(path.join(dataDir, 'tcb_custom_login.json'), envId);
  }

  /** Whom a ticket signs in; undefined when it is not of this key and environment, expired or not a ticket. */
  read(ticket: string): TicketHolder | undefined {
    const [keyId, token = ''] = ticket.split('/@@/');
    const [head = '', payload = '', signature = ''] = token.split('.');
    if (keyId !== this.key.private_key_id || decode(head)?.alg !== 'RS256') return undefined;
    const publicKey = createPublicKey(this.key.private_key);
    const signed = Buffer.from(`${head}.${payload}`);
    if (!verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
    const said = v.safeParse(Ticket, decode(payload));
    if (!said.success || said.output.env !== this.envId) return undefined;
    const { uid, exp, refresh, expire } = said.output;
    if (exp <= this.now() || expire <= this.now()) return undefined;
    return { customUserId: uid, accessMs: refresh, totalMs: expire - this.now() };
  }
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function readOrMakeKeyFile(file: string, envId: string): CustomLoginKey {
  const key = readStoredJson(file, KeyFile);
  if (key?.env_id === envId) return key;
  const { privateKey } = generateKeyPairSync('rsa', {
    // As short as those of CloudBase: it signs what lives ten minutes, on this machine.
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const made = { private_key_id: randomUUID(), private_key: privateKey, env_id: envId };
  writeFileAtomically(file, JSON.stringify(made, null, 2), 0o600);
  return made;
}

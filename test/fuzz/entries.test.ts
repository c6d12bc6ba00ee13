import fc from 'fast-check';
import { deployments } from '../../cloudfunctions/deploy';
import { bindShop } from '../support/OfficialDoor';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { readWorld, trespasses, type World } from './World';

/** `FUZZ=10000 npm test -- fuzz/entries` is the whole of it: so many requests to each entry. `SEED` repeats a run. */
const times = Number(process.env.FUZZ ?? 20);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);

let storefront: Storefront;
/** As the test before has left it. */
let world: World;

beforeAll(async () => {
  storefront = await openStorefront();
  await bindShop(storefront, await storefront.as(sellers.owner), 'jinmei');
  world = await readWorld(storefront);
});
afterAll(() => storefront.close());

const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array));
/** What the two who may come here send, with everything in it wrong but its form. */
const wellFormed = fc.oneof(
  fc.json().map((text) => Buffer.from(text)),
  fc
    .string({ unit: 'binary' })
    .map((text) => Buffer.from(`<xml><ToUserName>${text}</ToUserName><Encrypt>${text}</Encrypt></xml>`)),
  fc.base64String({ maxLength: 500 }).map((text) => Buffer.from(`<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>`)),
  fc.constant(Buffer.from(`<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1_000)}">]><xml><Encrypt>&a;&a;&a;</Encrypt></xml>`)),
  fc.constant(Buffer.alloc(300_000, 'a')),
);
const word = fc.oneof(
  fc.constantFrom('jinmei', 'fenhe', '', '0', '1e99', '__proto__'),
  fc.stringMatching(/^[\w-]{1,40}$/),
);
const fields = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, word])), { requiredKeys: [] });

const request = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE'),
  body: fc.oneof(bytes, wellFormed),
  query: fields(['shop', 'signature', 'msg_signature', 'timestamp', 'nonce', 'encrypt_type', 'echostr']),
  headers: fields(['wechatpay-serial', 'wechatpay-signature', 'wechatpay-timestamp', 'wechatpay-nonce']),
  type: fc.constantFrom('application/json', 'text/xml', 'application/octet-stream', ''),
});
type Sent = typeof request extends fc.Arbitrary<infer Each> ? Each : never;

const paths = Object.values(deployments).flatMap(({ httpPath }) => httpPath ?? []);

test.each(paths)(`%s answers any bytes by a status that says no, and keeps nothing (SEED=${seed})`, async (path) => {
  const statuses = new Set<number>();
  const problems: string[] = [];
  for (const each of fc.sample(request, { numRuns: times, seed })) {
    const status = await statusOf(path, each);
    statuses.add(status);
    if (status < 400 || status >= 500) problems.push(`${status} on ${shown(each)}`);
  }
  expect(problems.slice(0, 10)).toEqual([]);
  await expectUntouched();
}, 3_600_000);

/** Functions that are no operations: what a phone that knows their name may try. */
const others = Object.entries(deployments).flatMap(([name, { cron, httpPath }]) => (cron || httpPath ? [name] : []));

test.each(others)(`%s, called by a person with any event, keeps nothing (SEED=${seed})`, async (name) => {
  const person = await storefront.as(shoppers[3]);
  const timer = fc.constant({ Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-23T00:00:00Z' });
  const http = fc.record({ headers: fc.jsonValue(), body: fc.jsonValue(), httpMethod: fc.jsonValue() });
  const events = fc.oneof(timer, http, fc.jsonValue());
  const problems: string[] = [];
  for (const event of fc.sample(events, { numRuns: times, seed })) {
    // A function that crashes rejects.
    await person.send(name, event).catch((crash) => problems.push(`${crash} on ${JSON.stringify(event)}`));
  }
  expect(problems.slice(0, 10)).toEqual([]);
  await expectUntouched();
}, 3_600_000);

test('a function that serves operations answers an event of any form', async () => {
  const person = await storefront.as(shoppers[3]);
  const problems: string[] = [];
  for (const event of fc.sample(fc.oneof(fc.jsonValue(), fc.record({ operation: fc.jsonValue() })), {
    numRuns: times,
    seed,
  })) {
    const answer = await person.send('shop', event).catch((crash) => ({ ok: String(crash) }));
    if (answer.ok !== false) problems.push(`${JSON.stringify(answer)} on ${JSON.stringify(event)}`);
  }
  expect(problems.slice(0, 10)).toEqual([]);
});

async function expectUntouched(): Promise<void> {
  const before = world;
  world = await readWorld(storefront);
  expect(trespasses(before, world, { shopIds: [] })).toEqual([]);
}

async function statusOf(path: string, { method, body, query, headers, type }: Sent): Promise<number> {
  const search = new URLSearchParams(query as Record<string, string>);
  const response = await fetch(`${storefront.emulator.url}${path}?${search}`, {
    method,
    headers: { ...(headers as Record<string, string>), ...(type && { 'content-type': type }) },
    ...(method !== 'GET' && { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

const shown = ({ body, ...rest }: Sent): string => `${JSON.stringify(rest)} ${body.toString('base64').slice(0, 500)}`;

import { openIdFor } from '../../emulator/wechat/officialAccount/OfficialAccounts';
import { signedPush } from '../../emulator/wechat/officialAccount/signedPush';
import type { Output } from '../../shared/contract';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let storefront: Storefront;
let door: OfficialDoor;
let ann: Caller;
let server: NonNullable<Extract<Output<'fan.getBinding'>, { status: 'bound' }>['server']>;

beforeAll(async () => {
  storefront = await openStorefront();
  const owner = await storefront.as(sellers.owner);
  ann = await storefront.as(shoppers[0]);
  door = await bindShop(storefront, owner, shopId);
  const binding = await owner.ask('fan.getBinding', { shopId });
  if (binding.status !== 'bound' || !binding.server) throw new Error('the shop is bound by its own credentials');
  server = binding.server;
});
afterAll(() => storefront.close());

const subscribe = (at = Date.now()) => ({
  ...{ ToUserName: door.account.originalId, FromUserName: 'oAttackerattackerattackerat' },
  ...{ CreateTime: Math.floor(at / 1000), MsgType: 'event', Event: 'subscribe', EventKey: '' },
});
const sign = (fields: Record<string, string | number>, now = Date.now()) =>
  signedPush(server, fields, { appId: door.account.appId, now });
const post = async ({ url, body }: { url: string; body: string }) => {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
  return answer.status;
};

async function stored(): Promise<number[]> {
  const db = storefront.cloudbase.database();
  const names = ['fans', 'pushes', 'followCodes'];
  return Promise.all(names.map(async (name) => (await db.collection(name).count()).total ?? 0));
}

const lol = `<!DOCTYPE xml [<!ENTITY a "${'lol'.repeat(40)}"><!ENTITY b "${'&a;'.repeat(40)}">]>`;
const attacks: Record<string, [number, () => { url: string; body: string }]> = {
  'in the clear, with the signature that leaves the body out': [
    400,
    () => ({ ...sign(subscribe()), body: '<xml><FromUserName>oX</FromUserName><Event>subscribe</Event></xml>' }),
  ],
  'with entities outside': [400, () => ({ ...sign(subscribe()), body: `${lol}${sign(subscribe()).body}` })],
  'of a megabyte': [413, () => ({ ...sign(subscribe()), body: `<xml>${'x'.repeat(1_000_000)}</xml>` })],
  'from yesterday': [401, () => sign(subscribe(), Date.now() - 86_400_000)],
  'from tomorrow': [401, () => sign(subscribe(), Date.now() + 86_400_000)],
  'with one pushed body under another signature': [
    401,
    () => ({ url: sign(subscribe()).url, body: sign(subscribe()).body }),
  ],
  'for another shop': [
    404,
    () => ({ ...sign(subscribe()), url: sign(subscribe()).url.replace(`shop=${shopId}`, 'shop=fenhe') }),
  ],
  'that is no XML': [400, () => ({ ...sign(subscribe()), body: '{"Event":"subscribe"}' })],
  'of nothing': [400, () => ({ ...sign(subscribe()), body: '' })],
};

test.each(Object.entries(attacks))('a push %s is refused, logged, and leaves nothing', async (_what, [
  status,
  attack,
]) => {
  const before = await stored();
  expect(await post(attack())).toBe(status);
  expect(await stored()).toEqual(before);
  const { lines } = (await (await fetch(`${storefront.emulator.url}/_emulator/log`)).json()) as { lines: unknown[] };
  const logged = JSON.stringify(lines.slice(-5));
  expect(logged).toContain('wechatPush');
  expect(logged).not.toContain('oAttacker');
});

test('a push that is caught and sent again is answered and changes nothing; the day after it is refused', async () => {
  const caught = sign({ ...subscribe(), FromUserName: openIdFor(door.account.appId, 'caught') });
  expect(await post(caught)).toBe(200);
  const after = await stored();
  expect(await post(caught)).toBe(200);
  expect(await Promise.all([post(caught), post(caught), post(caught)])).toEqual([200, 200, 200]);
  expect(await stored()).toEqual(after);
  await storefront.advance(301_000);
  expect(await post(caught)).toBe(401);
});

test('what is no event of ours is answered and leaves nothing', async () => {
  const before = await stored();
  const now = await storefront.now();
  const text = { ...subscribe(now), MsgType: 'text', Event: '', Content: '<!DOCTYPE html> 你好' };
  for (const fields of [text, { ...subscribe(now), Event: 'CLICK' }, { ...subscribe(now), FromUserName: '' }]) {
    expect(await post(sign(fields, now))).toBe(200);
  }
  expect(await stored()).toEqual(before);
});

test('a server check with a wrong signature is answered with nothing of it', async () => {
  const url = `${server.url}&signature=${'0'.repeat(40)}&timestamp=${Math.floor(Date.now() / 1000)}&nonce=1`;
  for (const echostr of ['12345', '<script>alert(1)</script>']) {
    const answer = await fetch(`${url}&echostr=${encodeURIComponent(echostr)}`);
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  }
});

test('a shopper cannot call wechatPush as if WeChat did, nor the hour’s upkeep', async () => {
  const before = await stored();
  await ann.send('wechatPush', { httpMethod: 'POST', queryStringParameters: { shop: shopId }, body: '<xml></xml>' });
  await ann.send('upkeep', { Type: 'Timer' });
  expect(await stored()).toEqual(before);
});

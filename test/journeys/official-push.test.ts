import fc from 'fast-check';
import { openPush, type RawPush } from '../../cloudfunctions/wechatPush/openPush';
import { signedPush } from '../../emulator/wechat/officialAccount/signedPush';

const keys = {
  appId: 'wx0123456789abcdef',
  token: 'TokenOfTests',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const now = 1_800_000_000_000;
const server = { url: 'http://127.0.0.1/wechat/push?shop=jinmei', ...keys };

function push(fields: Record<string, string | number> = { ToUserName: 'gh_1', Event: 'subscribe' }, at = now): RawPush {
  const { url, body } = signedPush(server, fields, { appId: keys.appId, openId: 'oAnn', now: at });
  return { query: Object.fromEntries(new URL(url).searchParams), body };
}

test('what the account pushed is opened, whatever it says', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 600 })
    .filter((each) => !each.includes(']]>') && each.trim() === each);
  fc.assert(
    fc.property(text, (content) => {
      const opened = openPush(push({ ToUserName: 'gh_1', Content: content, CreateTime: 7 }), keys, now);
      expect(opened).toEqual({ fields: { ToUserName: 'gh_1', Content: content, CreateTime: '7' } });
    }),
    { numRuns: 300 },
  );
});

test('a signature is good for five minutes before and after', () => {
  for (const [seconds, result] of [
    [-301, 'stale'],
    [-300, undefined],
    [300, undefined],
    [301, 'stale'],
  ] as const) {
    const opened = openPush(push(undefined, now + seconds * 1000), keys, now);
    expect('because' in opened ? opened.because : undefined).toBe(result);
  }
});

const { query, body } = push();
const plain = { query, body: '<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Event>subscribe</Event></xml>' };
test.each<[string, RawPush, string]>([
  ['another signature', { query: { ...query, msg_signature: '0'.repeat(40) }, body }, 'forged'],
  [
    'the signature that leaves the body out',
    { query: { ...query, msg_signature: query.signature ?? '' }, body },
    'forged',
  ],
  ['no signature', { query: { ...query, msg_signature: '' }, body }, 'forged'],
  ['another nonce', { query: { ...query, nonce: '1' }, body }, 'forged'],
  ['no timestamp', { query: { ...query, timestamp: '' }, body }, 'stale'],
  ['a timestamp that is no number', { query: { ...query, timestamp: 'NaN' }, body }, 'stale'],
  ['another body', { query, body: push().body }, 'forged'],
  ['no encryption', plain, 'plain'],
  ['an entity', { query, body: `<!DOCTYPE xml [<!ENTITY a "b">]>${body}` }, 'malformed'],
  ['no body', { query, body: '' }, 'malformed'],
  ['too large a body', { query, body: body.padEnd(33 * 1024) }, 'oversized'],
])('a push with %s is not believed', (_what, forged, because) => {
  expect(openPush(forged, keys, now)).toEqual({ because });
});

test('what another app’s account encrypted, or another key, is not believed even when signed', () => {
  const foreign = signedPush(server, { Event: 'subscribe' }, { appId: keys.appId, now, mishap: 'foreign' });
  const opened = openPush(
    { query: Object.fromEntries(new URL(foreign.url).searchParams), body: foreign.body },
    keys,
    now,
  );
  expect(opened).toEqual({ because: 'forged' });
  const other = signedPush({ ...server, aesKey: 'z'.repeat(43) }, { Event: 'subscribe' }, { appId: keys.appId, now });
  const wrongKey = { query: Object.fromEntries(new URL(other.url).searchParams), body: other.body };
  expect(openPush(wrongKey, keys, now)).toEqual({ because: 'forged' });
});

test('no change of a single character of the body is believed', () => {
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.constantFrom('A', '<', '=', ']'), (place, letter) => {
      fc.pre(body[place] !== letter);
      const changed = body.slice(0, place) + letter + body.slice(place + 1);
      const opened = openPush({ query, body: changed }, keys, now);
      // ToUserName outside is signed by nobody and read by nobody.
      if ('fields' in opened) expect(place).toBeLessThan(body.indexOf('<Encrypt>'));
    }),
    { numRuns: 500 },
  );
});

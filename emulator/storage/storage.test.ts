import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type Emulator, startEmulator } from '../Emulator';

const photo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 10, 13]);
const sdkVariables = ['TENCENTCLOUD_RUNENV', 'TENCENTCLOUD_REGION', 'SCF_NAMESPACE', 'TCB_CONTEXT_CNFG'] as const;

let dataDir: string;
let emulator: Emulator;
let app: ReturnType<typeof tcb.init>;
/** Of somebody who is signed in. */
let authorization: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'storage-'));
  emulator = await startEmulator({ port: 0, dataDir, people: [{ openId: 'oAnn', name: 'Ann', role: '顾客' }] });
  process.env.TENCENTCLOUD_RUNENV = 'SCF';
  process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
  process.env.SCF_NAMESPACE = 'local';
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${emulator.url}/admin` });
  app = tcb.init({ env: 'local', secretId: 'test', secretKey: 'test' });
  const actAs = { method: 'POST', body: JSON.stringify({ openId: 'oAnn' }) };
  const { token } = (await (await fetch(`${emulator.url}/_emulator/actAs`, actAs)).json()) as { token: string };
  authorization = `Bearer ${token}`;
});

afterAll(async () => {
  for (const name of sdkVariables) delete process.env[name];
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});

test('a file goes up, comes down, is copied and deleted through the real SDK', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'shops/龙井 1.png', fileContent: photo });
  expect(fileID).toBe('cloud://local.6c6f-local-1250000000/shops/龙井 1.png');
  expect((await app.downloadFile({ fileID })).fileContent).toEqual(photo);

  const copied = { srcPath: 'shops/龙井 1.png', dstPath: 'archive/龙井 1.png' };
  expect((await app.copyFile({ fileList: [copied] })).fileList).toMatchObject([{ code: 'SUCCESS' }]);
  const kept = { ...copied, overwrite: false };
  expect((await app.copyFile({ fileList: [kept] })).fileList).toMatchObject([{ code: 'STORAGE_FILE_EXIST' }]);

  expect((await app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ fileID, code: 'SUCCESS' }]);
  expect((await app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }]);
  const links = await app.getTempFileURL({ fileList: [fileID, fileID.replace('shops', 'archive')] });
  expect(links.fileList.map(({ code }: { code: string }) => code)).toEqual(['STORAGE_FILE_NONEXIST', 'SUCCESS']);
});

test('who is signed in reads a file by its path: with its type, a year of caching, 304 when unchanged, in parts', async () => {
  await app.uploadFile({ cloudPath: 'a.png', fileContent: photo });
  const first = await read('a.png');
  expect(first.headers.get('content-type')).toBe('image/png');
  expect(first.headers.get('cache-control')).toBe('private, max-age=31536000');
  expect(Buffer.from(await first.arrayBuffer())).toEqual(photo);
  expect((await read('a.png', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);

  const part = await read('a.png', { range: 'bytes=1-3' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1-3/8']);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(photo.subarray(1, 4));
  expect((await read('a.png', { range: 'bytes=8-' })).status).toBe(416);
  const head = await fetch(`${emulator.url}/files/a.png`, { method: 'HEAD', headers: { authorization } });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '8']);
});

test('nobody else reads it without a link', async () => {
  await app.uploadFile({ cloudPath: 'private.png', fileContent: photo });
  const refused = await fetch(`${emulator.url}/files/private.png`);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Ask getTempFileURL for a link, or sign in.');
});

test('a link opens until it expires by the emulator clock; an altered one never does', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'link.png', fileContent: photo });
  const { fileID: other } = await app.uploadFile({ cloudPath: 'other.png', fileContent: photo });
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }, other] });
  const [brief = '', daily = ''] = fileList.map(({ tempFileURL }: { tempFileURL: string }) => tempFileURL);
  const opened = await fetch(brief);
  expect(opened.status).toBe(200);
  expect(Number(/max-age=(\d+)/.exec(opened.headers.get('cache-control') ?? '')?.[1])).toBeLessThanOrEqual(60);

  for (const altered of [
    brief.replace(/t=(\d)/, 't=9$1'),
    brief.replace('link.png', 'other.png'),
    brief.replace(/sign=..../, 'sign=0000'),
    brief.replace(/sign=.*&/, 'sign=&'),
  ]) {
    const refused = await fetch(altered);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('This link was altered');
  }

  await advance(61_000);
  const late = await fetch(brief);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain('<Code>AccessDenied</Code><Message>This link has expired');
  expect((await fetch(daily)).status).toBe(200);
  await advance(86_400_000);
  expect((await fetch(daily)).status).toBe(403);
});

test.each([0, -1, 1.5])('a link for %d seconds is refused', async (maxAge) => {
  const fileID = 'cloud://local.6c6f-local-1250000000/link.png';
  const asked = app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  await expect(asked).rejects.toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('max_age') });
});

test('a phone uploads with a form and the permission a function asked for', async () => {
  const { data } = await app.getUploadMetadata({ cloudPath: 'b.png' });
  const upload = (signature: string): Promise<Response> => {
    const form = new FormData();
    form.append('Signature', signature);
    form.append('file', new Blob([photo]), 'b.png');
    return fetch(data.url, { method: 'POST', body: form });
  };
  expect((await upload('0'.repeat(64))).status).toBe(403);
  expect((await read('b.png')).status).toBe(404);
  expect((await upload(data.token)).status).toBe(204);
  expect(Buffer.from(await (await read('b.png')).arrayBuffer())).toEqual(photo);
});

test('an upload nobody permitted is refused', async () => {
  const answer = await fetch(`${emulator.url}/files/c.png`, {
    method: 'PUT',
    body: 'c',
    headers: { authorization: 'x' },
  });
  expect(answer.status).toBe(403);
  expect((await read('c.png')).status).toBe(404);
});

test('an upload of more than 50 MB is refused as the object store does', async () => {
  const upload = app.uploadFile({ cloudPath: 'film.mp4', fileContent: Buffer.alloc(50 * 1024 * 1024 + 1) });
  const message = '[EntityTooLarge]: A file may have 50 MB at most.';
  await expect(upload).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL', message });
});

test.each([
  '/a.png',
  '../a.png',
  'a/../../b.png',
  'a//b.png',
  'a?b.png',
  'a\\b.png',
  'a%2f..%2fb.png',
  'a/',
  'a\u0000.png',
  'a\nb.png',
  'a\ud800.png',
  `${'茶'.repeat(300)}.png`,
  '',
])('the path "%s" is refused', async (cloudPath) => {
  await expect(app.uploadFile({ cloudPath, fileContent: photo })).rejects.toThrow();
});

test('more than 50 files in one call are refused', async () => {
  const fileList = Array.from({ length: 51 }, (_, n) => `cloud://local.6c6f-local-1250000000/${n}.png`);
  await expect(app.getTempFileURL({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  await expect(app.deleteFile({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
});

test('a path on the wire that leaves the folder finds nothing', async () => {
  expect((await read('..%2f..%2fclock.json')).status).toBe(404);
  expect((await read('%2e%2e/session.key')).status).toBe(404);
});

test('what storage does not do is refused by name', async () => {
  const body = JSON.stringify({ action: 'storage.getFileAuthority', fileList: [] });
  const answer = await fetch(`${emulator.url}/admin`, { method: 'POST', body });
  expect(await answer.json()).toMatchObject({
    code: 'NOT_EMULATED',
    message: expect.stringContaining('storage.getFileAuthority'),
  });
});

function read(cloudPath: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${emulator.url}/files/${cloudPath}`, { headers: { authorization, ...headers } });
}

async function advance(advanceMs: number): Promise<void> {
  await fetch(`${emulator.url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceMs }) });
}

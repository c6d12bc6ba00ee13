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

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'storage-'));
  emulator = await startEmulator({ port: 0, dataDir });
  process.env.TENCENTCLOUD_RUNENV = 'SCF';
  process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
  process.env.SCF_NAMESPACE = 'local';
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${emulator.url}/admin` });
  app = tcb.init({ env: 'local', secretId: 'test', secretKey: 'test' });
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

test('a public file is served with its type, a year of caching, and 304 when unchanged', async () => {
  await app.uploadFile({ cloudPath: 'a.png', fileContent: photo });
  const first = await fetch(`${emulator.url}/files/a.png`);
  expect(first.headers.get('content-type')).toBe('image/png');
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000');
  expect(Buffer.from(await first.arrayBuffer())).toEqual(photo);
  const again = await fetch(`${emulator.url}/files/a.png`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
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
  expect((await fetch(`${emulator.url}/files/b.png`)).status).toBe(404);
  expect((await upload(data.token)).status).toBe(204);
  expect(Buffer.from(await (await fetch(`${emulator.url}/files/b.png`)).arrayBuffer())).toEqual(photo);
});

test('an upload nobody permitted is refused', async () => {
  const answer = await fetch(`${emulator.url}/files/c.png`, {
    method: 'PUT',
    body: 'c',
    headers: { authorization: 'x' },
  });
  expect(answer.status).toBe(403);
  expect((await fetch(`${emulator.url}/files/c.png`)).status).toBe(404);
});

test.each([
  '/a.png',
  '../a.png',
  'a/../../b.png',
  'a//b.png',
  'a?b.png',
  '',
])('the path "%s" is refused', async (cloudPath) => {
  await expect(app.uploadFile({ cloudPath, fileContent: photo })).rejects.toThrow();
});

test('more than 50 files in one call are refused', async () => {
  const fileList = Array.from({ length: 51 }, (_, n) => `cloud://local.6c6f-local-1250000000/${n}.png`);
  await expect(app.getTempFileURL({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  await expect(app.deleteFile({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'door-storage-'));
  emulator = await startEmulator({ port: 0, dataDir: folder });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test('the files are listed by path, looked at by a link, and deleted', async () => {
  await upload('teas/龙井.txt', '龙井');
  await upload('cups/gaiwan.png', 'cup');
  const files = await list();
  expect(files).toEqual([
    {
      path: 'cups/gaiwan.png',
      fileId: 'cloud://local.6c6f-local-1250000000/cups/gaiwan.png',
      size: 3,
      writtenAt: expect.any(Number),
      contentType: 'image/png',
    },
    expect.objectContaining({ path: 'teas/龙井.txt', size: 6 }),
  ]);
  const fileId = 'cloud://local.6c6f-local-1250000000/teas/龙井.txt';
  const linked = await post<{ download_list: { tempFileURL: string }[] }>('/_emulator/storage/link', { fileId });
  expect(await (await fetch(linked.download_list[0]?.tempFileURL ?? '')).text()).toBe('龙井');
  await post('/_emulator/storage/delete', { fileId });
  expect((await list()).map((file) => file.path)).toEqual(['cups/gaiwan.png']);
});

async function upload(cloudPath: string, body: string): Promise<void> {
  const asked = { action: 'storage.getUploadMetadata', path: cloudPath };
  const { data } = await post<{ data: { url: string; authorization: string } }>('/admin', asked);
  await fetch(data.url, { method: 'PUT', headers: { authorization: data.authorization }, body });
}

async function list(): Promise<{ path: string }[]> {
  const answer = await fetch(`${emulator.url}/_emulator/storage`);
  return ((await answer.json()) as { files: { path: string }[] }).files;
}

async function post<Answer>(target: string, body: object): Promise<Answer> {
  const answer = await fetch(emulator.url + target, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}

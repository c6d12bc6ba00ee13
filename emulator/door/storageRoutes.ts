import * as v from 'valibot';
import { json, type Route } from '../server/exchange';
import { parseBody } from '../server/parseBody';
import { contentType } from '../storage/contentType';
import type { FileStore } from '../storage/FileStore';
import type { StorageActions } from '../storage/storageActions';

const OneFile = v.object({ fileId: v.string() });

/** A link of the console is looked at now, not kept. */
const linkSeconds = 3600;

/**
 * `/_emulator/storage`: `GET` lists every file; `POST …/link` and `POST …/delete` take `{fileId}` and answer as the SDK's
 * actions do for one file, which they are.
 */
export function storageRoutes(files: FileStore, actions: StorageActions): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/storage',
      answer: () => json({ files: files.list().map((file) => ({ ...file, contentType: contentType(file.path) })) }),
    },
    {
      method: 'POST',
      path: '/_emulator/storage/link',
      answer: (request) => {
        const file = { fileid: parseBody(request, OneFile).fileId, max_age: linkSeconds };
        return json(actions.handle('storage.batchGetDownloadUrl', { file_list: [file] }));
      },
    },
    {
      method: 'POST',
      path: '/_emulator/storage/delete',
      answer: (request) =>
        json(actions.handle('storage.batchDeleteFile', { fileid_list: [parseBody(request, OneFile).fileId] })),
    },
  ];
}

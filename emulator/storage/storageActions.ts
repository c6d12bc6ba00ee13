import * as v from 'valibot';
import { CloudBaseError, NotEmulated } from '../CloudBaseError';
import type { FileStore } from './FileStore';
import type { TemporaryLinks } from './TemporaryLinks';

/** The storage actions of the SDK. */
export interface StorageActions {
  /** Answers the `data` of one action. Throws CloudBaseError; an unknown action is NOT_EMULATED by name. */
  handle(action: string, params: unknown): Record<string, unknown>;
}

// CloudBase takes at most 50 files in one storage call.
const atMostFifty = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(50, 'at most 50 files in one call'));

const UploadRequest = v.object({ path: v.string() });
// A link lives a day unless the caller says otherwise. Source: CloudBase, getTempFileURL.
const MaxAge = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 86_400);
const DownloadRequest = v.object({
  file_list: atMostFifty(
    v.object({
      fileid: v.string(),
      max_age: MaxAge,
      /** 'COS_URL' asks for an address that is URL encoded already. */
      url_type: v.optional(v.string(), ''),
    }),
  ),
});
const DeleteRequest = v.object({ fileid_list: atMostFifty(v.string()) });
const CopyRequest = v.object({
  file_list: atMostFifty(
    v.object({
      src_path: v.string(),
      dst_path: v.string(),
      overwrite: v.optional(v.boolean(), true),
      remove_original: v.optional(v.boolean(), false),
    }),
  ),
});

/** Answers storage actions from `files`; `url` is this emulator, for upload addresses. */
export function storageActions(files: FileStore, links: TemporaryLinks, url: string): StorageActions {
  return {
    handle: (action, params) => {
      switch (action) {
        case 'storage.getUploadMetadata':
          return uploadMetadata(files, url, read(UploadRequest, params).path);
        case 'storage.batchGetDownloadUrl':
          return { download_list: read(DownloadRequest, params).file_list.map((one) => download(files, links, one)) };
        case 'storage.batchDeleteFile':
          return { delete_list: read(DeleteRequest, params).fileid_list.map((fileId) => remove(files, fileId)) };
        case 'storage.batchCopyFile':
          return { copy_list: read(CopyRequest, params).file_list.map((request) => copy(files, request)) };
        default:
          throw new NotEmulated(`the action ${action}`);
      }
    },
  };
}

function read<Schema extends v.GenericSchema>(schema: Schema, params: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, params);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CloudBaseError('INVALID_PARAM', `${v.getDotPath(issue) ?? 'params'}: ${issue.message}`);
}

function uploadMetadata(files: FileStore, url: string, cloudPath: string): Record<string, unknown> {
  const fileId = files.fileId(cloudPath);
  const permission = files.permitUpload(cloudPath);
  return {
    url: `${url}/files/${encodeURI(cloudPath)}`,
    token: permission,
    authorization: permission,
    fileId,
    cosFileId: permission,
  };
}

function download(
  files: FileStore,
  links: TemporaryLinks,
  { fileid, max_age: maxAge, url_type: urlType }: v.InferOutput<typeof DownloadRequest>['file_list'][number],
): Record<string, unknown> {
  const cloudPath = files.cloudPath(fileid);
  if (cloudPath === undefined || !files.has(cloudPath)) return { ...missing(fileid), tempFileURL: '' };
  const link = links.make(cloudPath, maxAge);
  const tempFileURL = urlType === 'COS_URL' ? encodeURI(link) : link;
  return { fileid, fileID: fileid, download_url: tempFileURL, tempFileURL, maxAge, code: 'SUCCESS' };
}

function remove(files: FileStore, fileId: string): Record<string, unknown> {
  const cloudPath = files.cloudPath(fileId);
  if (cloudPath === undefined || !files.has(cloudPath)) return missing(fileId);
  files.remove(cloudPath);
  return { fileID: fileId, code: 'SUCCESS' };
}

function copy(files: FileStore, request: v.InferOutput<typeof CopyRequest>['file_list'][number]): unknown {
  const { src_path: from, dst_path: to, overwrite, remove_original: removeOriginal } = request;
  const fileId = files.fileId(to);
  const original = files.read(from);
  if (!original) return missing(fileId);
  if (!overwrite && files.has(to)) return { fileID: fileId, code: 'STORAGE_FILE_EXIST' };
  files.write(to, original.content);
  if (removeOriginal) files.remove(from);
  return { fileID: fileId, code: 'SUCCESS' };
}

function missing(fileId: string): Record<string, unknown> {
  return { fileid: fileId, fileID: fileId, code: 'STORAGE_FILE_NONEXIST' };
}

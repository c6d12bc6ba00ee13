import { app } from './app';

/** Puts a file into cloud storage, over one that is there; answers its file id. */
export async function putFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath, fileContent });
  return fileID;
}

/** The address of a stored picture in a browser: `cloud://<env>.<bucket>/<path>` → `/files/<path>`. */
export const pictureUrl = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '/files/');

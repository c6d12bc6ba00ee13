/** The address of a stored picture for `<Image>`: mini programs show `cloud://` file ids as they are. */
export const pictureUrl = (fileId: string): string => fileId;

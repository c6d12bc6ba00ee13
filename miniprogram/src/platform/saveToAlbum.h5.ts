import type { SavedToAlbum } from './saveToAlbum';

export type { SavedToAlbum } from './saveToAlbum';

/** A browser has no album; the picture goes to the downloads. */
export function saveToAlbum(address: string): Promise<SavedToAlbum> {
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: 'poster.jpg' });
  link.click();
  return Promise.resolve('saved');
}

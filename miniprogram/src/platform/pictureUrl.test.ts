import { pictureUrl } from './pictureUrl';
import { pictureUrl as pictureUrlInBrowser } from './pictureUrl.h5';

const fileId = 'cloud://meidian.6d65-meidian-1300000000/products/vinegar-8y-1.webp';

test('a mini program shows file ids as they are', () => {
  expect(pictureUrl(fileId)).toBe(fileId);
});

test('a browser asks the emulator for the path behind the bucket', () => {
  expect(pictureUrlInBrowser(fileId)).toBe('/files/products/vinegar-8y-1.webp');
});

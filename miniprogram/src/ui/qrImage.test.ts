import { encode } from 'uqr';
import { qrImage } from './qrImage';

test('the picture has exactly the dark modules of the code', () => {
  const { data, size } = encode('0673675264', { ecc: 'M', border: 2 });
  const svg = decodeURIComponent(qrImage('0673675264').replace('data:image/svg+xml,', ''));
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(width); step += 1) (drawn[Number(y)] ?? [])[Number(x) + step] = true;
  }
  expect(drawn).toEqual(data);
});

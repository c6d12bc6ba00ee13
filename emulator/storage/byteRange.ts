/** The bytes `first` to `last`, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Reads a Range header for a file of `size` bytes, after RFC 9110 §14: one range of bytes. What cannot be read, and
 * several ranges at once, mean the whole file; a range that begins behind its end is 'outside'.
 */
export function byteRange(header: string, size: number): ByteRange | 'whole' | 'outside' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') return within(size - Math.min(Number(last), size), size - 1, size);
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  return within(Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1), size);
}

function within(first: number, last: number, size: number): ByteRange | 'outside' {
  return first < size ? { first, last } : 'outside';
}

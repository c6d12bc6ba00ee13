import { CloudBaseError } from '../CloudBaseError';

/** Characters of documents in one answer; MongoDB's own limit for one reply. */
const longestAnswer = 16 * 1024 * 1024;

/** The list of an answer, refused when it is too long to be sent: EXCEED_MAX_RESPONSE_SIZE, CloudBase's documented code. */
export function wireList(list: string[]): string[] {
  const length = list.reduce((sum, text) => sum + text.length, 0);
  if (length <= longestAnswer) return list;
  throw new CloudBaseError(
    'EXCEED_MAX_RESPONSE_SIZE',
    `The answer has ${Math.ceil(length / 1024 / 1024)} MB; at most 16 MB are answered. Read in pages, or fewer fields.`,
  );
}

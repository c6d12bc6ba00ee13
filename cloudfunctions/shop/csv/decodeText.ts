/** The characters of a file: UTF-8 with or without a byte order mark, or GBK as spreadsheets in China save it. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } | undefined {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      // The mark is left out by the decoder. A zero byte is no text: UTF-16, or a workbook.
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : { text, encoding };
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

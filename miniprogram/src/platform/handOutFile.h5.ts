/** The same as in `handOutFile.ts`: a browser puts it to the downloads. */
export function handOutFile(name: string, text: string): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
  return Promise.resolve(true);
}

import type { ChosenFile } from './chooseFile';

export type { ChosenFile } from './chooseFile';

/** The same as in `chooseFile.ts`, with a browser's own file dialog. */
export async function chooseFile(ending: string): Promise<ChosenFile | undefined> {
  const file = await askForFile(`.${ending}`);
  return file && { name: file.name, base64: await readBase64(file) };
}

function askForFile(accept: string): Promise<File | undefined> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

const readBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });

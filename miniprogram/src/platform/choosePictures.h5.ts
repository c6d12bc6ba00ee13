/** The longer side of a picture that is sent, in px: enough to see a crack, a tenth of what a camera makes. */
const longest = 1_280;

/** The same as in `choosePictures.ts`, with a browser's own file dialog. */
export async function choosePictures(most: number): Promise<readonly string[]> {
  const files = await askForFiles();
  return Promise.all(files.slice(0, most).map(smaller));
}

function askForFiles(): Promise<File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: 'image/*', multiple: true });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Draws a picture small enough to send; answers an address within this page. */
async function smaller(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  return URL.createObjectURL(blob ?? file);
}

import { NetworkFault } from './faults';
import type { Brush, Painting } from './Painting';
import { pictureUrl } from './pictureUrl';

/** As many pixels as a poster needs in each direction for one px of its plan. */
const sharpness = 3;

/** The same as in `paint.ts`, on a canvas of its own: a browser needs none on the page. */
export async function paint(_canvasId: string, { width, height, pictures, draw }: Painting): Promise<string> {
  const images = await Promise.all(pictures.map((fileId) => loadImage(pictureUrl(fileId))));
  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * sharpness, height: height * sharpness });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot paint');
  context.scale(sharpness, sharpness);
  // The images that it draws are those loaded here.
  draw(context as unknown as Brush, images);
  return canvas.toDataURL('image/jpeg', 0.9);
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new NetworkFault(`${address} did not load`));
    image.src = address;
  });
}

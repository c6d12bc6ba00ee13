import Taro from '@tarojs/taro';
import { cloudFault } from './cloudFault';
import type { Brush, PaintedImage, Painting } from './Painting';
import { fileLimit, withinTime } from './withinTime';

/** As many pixels as a poster needs in each direction for one px of its plan. */
const sharpness = 3;

/**
 * Paints on the `<Canvas type="2d">` with this id, which must be on the page; answers the address of the picture on this
 * phone, for `<Image>` and `saveToAlbum`. Rejects with a fault when one of its pictures cannot be had.
 */
export async function paint(canvasId: string, { width, height, pictures, draw }: Painting): Promise<string> {
  const canvas = await canvasOf(canvasId);
  const images = await Promise.all(pictures.map((fileId) => loadImage(canvas, fileId)));
  Object.assign(canvas, { width: width * sharpness, height: height * sharpness });
  // The 2d context of a mini program is that of a browser.
  const brush = canvas.getContext('2d') as unknown as Brush;
  brush.scale(sharpness, sharpness);
  draw(brush, images);
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'jpg', quality: 0.9 });
  return tempFilePath;
}

function canvasOf(id: string): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) => {
    // What was rendered just now reaches the view in the next tick.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true })
        .exec(([found]: ({ node?: Taro.Canvas } | null)[]) => {
          if (found?.node) resolve(found.node);
          else reject(new Error(`there is no canvas #${id}`));
        });
    });
  });
}

async function loadImage(canvas: Taro.Canvas, fileId: string): Promise<PaintedImage> {
  // A canvas does not know files of the cloud.
  const loading = Taro.cloud.downloadFile({ fileID: fileId }).catch((error: object) => {
    throw cloudFault(error);
  });
  const { tempFilePath } = await withinTime(loading, fileLimit);
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image as unknown as PaintedImage);
    image.onerror = () => reject(new Error(`${fileId} is no picture`));
    image.src = tempFilePath;
  });
}

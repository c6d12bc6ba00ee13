import type { Page } from 'playwright-core';
import type { Canvases, Size, Stroke } from '../wx/canvasApis';

/** The canvases of a drawn phone: what the logic layer noted is painted by the browser when a picture is made of it. */
export class DrawnCanvases implements Canvases {
  /** Pictures as `data:` URLs by their address: a canvas with one of another origin's can be made no picture of. */
  readonly #loaded = new Map<string, string>();

  /** `fetchFile` has a picture of the cloud by its id; `shown` resolves when the view shows all that it was told. */
  constructor(
    private readonly page: Page,
    private readonly fetchFile: (fileId: string) => Promise<Response>,
    private readonly shown: () => Promise<unknown>,
  ) {}

  async has(id: string): Promise<boolean> {
    await this.shown();
    return (await this.page.locator(`[id$="--${id}"]`).count()) > 0;
  }

  async load(src: string): Promise<Size> {
    const answer = await this.fetchFile(src);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64');
    const data = `data:${answer.headers.get('content-type')};base64,${bytes}`;
    this.#loaded.set(src, data);
    return this.page.evaluate(async (url) => {
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      return { width: picture.naturalWidth, height: picture.naturalHeight };
    }, data);
  }

  print(size: Size, strokes: readonly Stroke[]): Promise<string> {
    return this.page.evaluate(paint, { size, strokes, loaded: Object.fromEntries(this.#loaded) });
  }
}

interface Work {
  size: Size;
  strokes: readonly Stroke[];
  /** `data:` URLs by the addresses that strokes name. */
  loaded: Record<string, string>;
}

/** Runs in the browser. */
async function paint({ size, strokes, loaded }: Work): Promise<string> {
  const pictures = new Map<string, HTMLImageElement>();
  for (const [address, url] of Object.entries(loaded)) {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    pictures.set(address, picture);
  }
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d') as unknown as Record<string, unknown>;
  for (const stroke of strokes) {
    if ('set' in stroke) context[stroke.set] = stroke.to;
    else {
      const args = stroke.args.map((arg) => (stroke.call === 'drawImage' && pictures.get(String(arg))) || arg);
      (context[stroke.call] as (...all: unknown[]) => void).apply(context, args);
    }
  }
  return canvas.toDataURL('image/jpeg', 0.9);
}

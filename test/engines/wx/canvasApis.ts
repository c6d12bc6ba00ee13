import type { ApiHost, AsyncApi, Work } from './asyncApi';

/** What is painted needs of the phone. */
export interface PaintHost extends ApiHost {
  /** The words that were painted. */
  painted: string[];
  canvases: Canvases;
}

/** Width and height in px. */
export interface Size {
  width: number;
  height: number;
}

/** What was done with a brush: a property was set, or a method called. A picture is named by its address. */
export type Stroke = { set: string; to: string } | { call: string; args: readonly (number | string)[] };

/** The screen, as far as it can be painted on. */
export interface Canvases {
  /** Whether the page in front has an element with this id. */
  has(id: string): boolean | Promise<boolean>;
  /** Loads a picture; answers how big it is. */
  load(src: string): Promise<Size>;
  /** Makes a picture of what was painted; answers its address on this phone. */
  print(size: Size, strokes: readonly Stroke[]): Promise<string>;
}

/** Canvases of a phone that draws nothing: every picture loads, and none comes of them. */
export const undrawnCanvases = (has: (id: string) => boolean): Canvases => ({
  has,
  load: async () => ({ width: 400, height: 400 }),
  print: async () => 'http://tmp/painted.jpg',
});

/** The APIs of a `<Canvas type="2d">`. Letters are as wide as they are high: nobody measures them before they are drawn. */
export const canvasApis = (host: PaintHost, asynchronous: (name: string, work: Work) => AsyncApi) => ({
  createSelectorQuery: () => selectorQuery(host),
  canvasToTempFilePath: asynchronous('canvasToTempFilePath', async ({ canvas }: { canvas: PaintedCanvas }) => {
    const { width, height, strokes } = canvas;
    return { tempFilePath: await host.canvases.print({ width, height }, strokes) };
  }),
});

interface PaintedCanvas extends Size {
  strokes: Stroke[];
  createImage(): object;
  getContext(): object;
}

function selectorQuery(host: PaintHost): object {
  let wanted = '';
  const find = async (answer: (found: unknown[]) => void): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    answer([(await host.canvases.has(wanted)) ? { node: canvas(host) } : null]);
  };
  const query = {
    select: (selector: string) => {
      wanted = selector.replace('#', '');
      return query;
    },
    fields: () => query,
    exec: (answer: (found: unknown[]) => void) => {
      const end = host.activity.begin('a selector query');
      find(answer)
        .catch((error: Error) => host.complain(`in a selector query: ${error.stack}`))
        .finally(end);
    },
  };
  return query;
}

function canvas(host: PaintHost): PaintedCanvas {
  const strokes: Stroke[] = [];
  return {
    ...{ width: 300, height: 150, strokes },
    createImage: () => image(host),
    getContext: () => brush(host.painted, strokes),
  };
}

function image({ activity, canvases, complain }: PaintHost): object {
  let address = '';
  const picture = {
    ...{ width: 0, height: 0 },
    onload: (): void => undefined,
    onerror: (): void => undefined,
    get src() {
      return address;
    },
    set src(src: string) {
      address = src;
      const end = activity.begin('a picture for a canvas');
      const loaded = (size: Size) => {
        Object.assign(picture, size);
        picture.onload();
      };
      canvases
        .load(src)
        .then(loaded, () => picture.onerror())
        .catch((error: Error) => complain(`in a callback of a picture: ${error.stack}`))
        .finally(end);
    },
  };
  return picture;
}

/** A 2d context that notes what is done with it. */
function brush(painted: string[], strokes: Stroke[]): object {
  const noting =
    (call: string) =>
    (...args: readonly (number | string | { src: string })[]) =>
      void strokes.push({ call, args: args.map((arg) => (typeof arg === 'object' ? arg.src : arg)) });
  const write = noting('fillText');
  const context = {
    font: '',
    scale: noting('scale'),
    fillRect: noting('fillRect'),
    drawImage: noting('drawImage'),
    fillText: (text: string, ...at: number[]) => {
      painted.push(text);
      write(text, ...at);
    },
    measureText(text: string) {
      return { width: text.length * Number(/(\d+)px/.exec(this.font)?.[1]) };
    },
  };
  return new Proxy(context, {
    set: (_context, name, to) => {
      strokes.push({ set: String(name), to });
      return Reflect.set(context, name, to);
    },
  });
}

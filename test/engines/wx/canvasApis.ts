import type { ApiHost, AsyncApi, Work } from './asyncApi';

/** What is painted needs of the phone. */
export interface PaintHost extends ApiHost {
  /** The words that were painted. */
  painted: string[];
  /** Whether the page in front has an element with this id. */
  hasElement(id: string): boolean;
}

/** The APIs of a `<Canvas type="2d">`: it paints nothing, letters are as wide as they are high, and words are kept. */
export const canvasApis = (host: PaintHost, asynchronous: (name: string, work: Work) => AsyncApi) => ({
  createSelectorQuery: () => selectorQuery(host),
  canvasToTempFilePath: asynchronous('canvasToTempFilePath', () => ({ tempFilePath: 'http://tmp/painted.jpg' })),
});

function selectorQuery(host: PaintHost): object {
  let wanted = '';
  const query = {
    select: (selector: string) => {
      wanted = selector.replace('#', '');
      return query;
    },
    fields: () => query,
    exec: (answer: (found: unknown[]) => void) => {
      const end = host.activity.begin('a selector query');
      setImmediate(() => {
        answer([host.hasElement(wanted) ? { node: canvas(host) } : null]);
        end();
      });
    },
  };
  return query;
}

const canvas = (host: PaintHost): object => ({
  createImage: () => image(host),
  getContext: () => brush(host.painted),
});

/** Loads whatever it is given. */
function image(host: PaintHost): object {
  const picture = { width: 400, height: 400, onload: (): void => undefined };
  Object.defineProperty(picture, 'src', {
    set: () => {
      const end = host.activity.begin('a picture for a canvas');
      setImmediate(() => {
        picture.onload();
        end();
      });
    },
  });
  return picture;
}

const brush = (painted: string[]) => ({
  font: '',
  scale: () => undefined,
  fillRect: () => undefined,
  drawImage: () => undefined,
  fillText: (text: string) => void painted.push(text),
  measureText(text: string) {
    return { width: text.length * Number(/(\d+)px/.exec(this.font)?.[1]) };
  },
});

import type { Located } from './Located';

interface Asked {
  enableHighAccuracy: boolean;
}

/** What the browser answers, and how it was asked. */
function browser(answer: { longitude: number; latitude: number } | { code: number }) {
  const asked: Asked[] = [];
  const getCurrentPosition = (found: (position: object) => void, failed: (error: object) => void, options: Asked) => {
    asked.push(options);
    if ('code' in answer) failed(answer);
    else found({ coords: answer });
  };
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { geolocation: { getCurrentPosition } },
  });
  return asked;
}

/** `locate` of a build with this choice. */
function locateOf(choice: string): () => Promise<Located> {
  process.env.MEIDIAN_LOCATION = choice;
  let locate: (() => Promise<Located>) | undefined;
  jest.isolateModules(() => {
    ({ locate } = require('./locate.h5') as { locate: () => Promise<Located> });
  });
  if (!locate) throw new Error('locate.h5.ts exports no locate');
  return locate;
}

const shanghai = { longitude: 121.5272106, latitude: 31.1774276 };

test('a build that may not know asks nobody', async () => {
  const asked = browser(shanghai);
  expect(await locateOf('none')()).toEqual({ because: 'notAsked' });
  expect(asked).toEqual([]);
});

test('fuzzy is rounded and asked for without the satellites; precise is not; both are GCJ-02', async () => {
  const asked = browser(shanghai);
  expect(await locateOf('fuzzy')()).toEqual({ place: [121.53, 31.18] });
  expect(await locateOf('precise')()).toEqual({ place: [expect.closeTo(121.531542, 5), expect.closeTo(31.175304, 5)] });
  expect(asked.map(({ enableHighAccuracy }) => enableHighAccuracy)).toEqual([false, true]);
});

test.each([
  [1, 'denied'],
  [2, 'off'],
  [3, 'timeout'],
])('the browser’s code %i is “%s”', async (code, because) => {
  browser({ code });
  expect(await locateOf('fuzzy')()).toEqual({ because });
});

import { type Entry, entryOf } from './entryOf';

/** WeChat's scene value for whatever is in no list of its own. */
const otherScene = 1000;

/** The same as in `onEntry.ts`: a browser opens a page once, and `?scene=1058` says where from, to show what that does. */
export function onEntry(listener: (entry: Entry) => void): void {
  const [path = '', inHash = ''] = window.location.hash.slice(1).split('?');
  const query = Object.fromEntries(new URLSearchParams(inHash));
  const shown = Number(new URLSearchParams(window.location.search).get('scene') ?? query.scene);
  const isScene = Number.isInteger(shown) && shown >= 1000 && shown < 2000;
  listener(entryOf({ scene: isScene ? shown : otherScene, path, query }));
}

/** The window is closed, or another one is in front. */
export function onLeave(listener: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener();
  });
}

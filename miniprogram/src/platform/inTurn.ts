import Taro from '@tarojs/taro';

const nobody = (): void => undefined;
const waiting: (() => void)[] = [];
let showing: (() => void) | undefined;

/**
 * Runs `show` when all that was shown in turn before is on the screen, so that each is sent to the view by itself.
 * Whoever shows must call `turnOver` once it is rendered, or gone.
 */
export function inTurn(show: () => void): void {
  if (showing) {
    waiting.push(show);
    return;
  }
  showing = show;
  show();
}

/** What was shown is rendered, or need not be shown any more; what it sends is sent before the next is shown. */
export function turnOver(show: () => void): void {
  const place = waiting.indexOf(show);
  if (place >= 0) waiting.splice(place, 1);
  if (showing !== show) return;
  showing = nobody;
  Taro.nextTick(() => {
    showing = waiting.shift();
    showing?.();
  });
}

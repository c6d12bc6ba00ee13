import type { Destination } from './openLocation';
import { showSnack } from './snacks';

/** A browser has no map of WeChat's to go on with. */
export function openLocation({ address }: Destination): void {
  showSnack({ text: `在微信里，这里会打开导航：${address}` });
}

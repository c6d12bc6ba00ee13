import Taro from '@tarojs/taro';

/** Scrolls the page so that the element with this id begins `below` px under the top edge. */
export function bringToTop(id: string, below: number): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -below, duration: 0 });
}

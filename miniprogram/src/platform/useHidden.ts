import { useDidHide } from '@tarojs/taro';

/** Runs `leave` whenever another page or tab covers this one; not when this one is closed. */
export const useHidden = (leave: () => void): void => useDidHide(leave);

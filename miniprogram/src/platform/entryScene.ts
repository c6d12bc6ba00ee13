import Taro from '@tarojs/taro';

/** WeChat's scene value of how the mini program was opened. */
export const entryScene = (): number | undefined => Taro.getEnterOptionsSync().scene;

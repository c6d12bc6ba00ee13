import Taro from '@tarojs/taro';

/** Before the first page: connects to the CloudBase environment that this mini program is bound to. */
export function start(): void {
  Taro.cloud.init({ traceUser: true });
}

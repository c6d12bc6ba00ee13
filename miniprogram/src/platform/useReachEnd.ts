export { useReachBottom as useReachEnd } from '@tarojs/taro';

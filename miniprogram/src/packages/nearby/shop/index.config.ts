import { themed } from '../../../themed';

export default definePageConfig({
  navigationBarTitleText: '店铺',
  navigationBarBackgroundColor: themed('sign'),
  navigationBarTextStyle: 'white',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

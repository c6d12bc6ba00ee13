export default definePageConfig({
  navigationBarTitleText: '我的订单',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

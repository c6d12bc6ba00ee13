export default definePageConfig({
  navigationBarTitleText: '订单处理',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '订单详情',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

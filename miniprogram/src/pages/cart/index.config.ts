export default definePageConfig({
  navigationBarTitleText: '购物车',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

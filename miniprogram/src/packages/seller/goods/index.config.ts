export default definePageConfig({
  navigationBarTitleText: '商品',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

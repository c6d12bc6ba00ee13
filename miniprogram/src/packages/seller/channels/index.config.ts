export default definePageConfig({
  navigationBarTitleText: '推广码',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

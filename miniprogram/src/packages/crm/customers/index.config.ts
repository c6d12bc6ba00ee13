export default definePageConfig({
  navigationBarTitleText: '客户',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

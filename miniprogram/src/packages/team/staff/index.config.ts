export default definePageConfig({
  navigationBarTitleText: '同事',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '群发',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

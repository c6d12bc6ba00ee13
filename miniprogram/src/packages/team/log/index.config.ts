export default definePageConfig({
  navigationBarTitleText: '谁做了什么',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

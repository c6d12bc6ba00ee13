export default definePageConfig({
  navigationBarTitleText: '逛逛',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '收藏的文章',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

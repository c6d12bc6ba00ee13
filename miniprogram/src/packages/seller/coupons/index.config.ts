export default definePageConfig({
  navigationBarTitleText: '店铺优惠券',
  // In a browser it reorders text nodes.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({ navigationBarTitleText: '店铺位置' });

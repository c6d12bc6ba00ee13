export default definePageConfig({ navigationBarTitleText: '店面' });

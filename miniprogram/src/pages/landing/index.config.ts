export default definePageConfig({ navigationBarTitleText: '媒店' });

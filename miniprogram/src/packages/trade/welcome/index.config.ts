export default definePageConfig({ navigationBarTitleText: '新会员礼券' });

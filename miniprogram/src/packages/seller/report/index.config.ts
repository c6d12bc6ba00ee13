export default definePageConfig({ navigationBarTitleText: '客从哪来' });

export default definePageConfig({ navigationBarTitleText: '文章与留言' });

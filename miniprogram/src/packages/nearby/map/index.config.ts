export default definePageConfig({
  navigationBarTitleText: '附近的店',
  enableShareAppMessage: true,
  // The map and the list move, not the page.
  disableScroll: true,
});

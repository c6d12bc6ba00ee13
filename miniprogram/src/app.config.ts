import { locationChoice } from './platform/locationChoice';
import { themed } from './themed';

// Precise and fuzzy exclude each other: with both declared, WeChat does not compile.
const locating = {
  none: { apis: [], scope: undefined },
  fuzzy: { apis: ['getFuzzyLocation'] as const, scope: 'scope.userFuzzyLocation' },
  precise: { apis: ['getLocation'] as const, scope: 'scope.userLocation' },
}[locationChoice];

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/feed/index',
    'pages/cart/index',
    'pages/seller/index',
    'pages/me/index',
    'pages/landing/index',
  ],
  subPackages: [
    {
      root: 'packages/trade',
      pages: [
        'product/index',
        'search/index',
        'checkout/index',
        'orders/index',
        'order/index',
        'afterSale/index',
        'addresses/index',
        'coupons/index',
        'myCoupons/index',
        'welcome/index',
      ],
    },
    {
      root: 'packages/seller',
      pages: [
        'moves/index',
        'count/index',
        'order/index',
        'coupons/index',
        'place/index',
        'channels/index',
        'report/index',
        'sales/index',
        'articles/index',
        'article/index',
        'account/index',
        'goods/index',
        'product/index',
        'sheet/index',
        'front/index',
      ],
    },
    { root: 'packages/team', pages: ['staff/index', 'join/index', 'log/index'] },
    {
      root: 'packages/crm',
      pages: ['customers/index', 'customer/index', 'campaigns/index', 'campaign/index', 'privacy/index'],
    },
    { root: 'packages/content', pages: ['article/index', 'favourites/index'] },
    { root: 'packages/nearby', pages: ['shop/index', 'map/index'] },
  ],
  // Whoever looks at the shop or the cart is one tap from these pages.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/trade', 'packages/nearby'] },
    'pages/feed/index': { network: 'all', packages: ['packages/content', 'packages/trade'] },
    'pages/landing/index': { network: 'all', packages: ['packages/trade', 'packages/nearby'] },
    'pages/cart/index': { network: 'all', packages: ['packages/trade'] },
    'pages/seller/index': { network: 'all', packages: ['packages/seller', 'packages/crm'] },
  },
  // WeChat lets an app ask for an address or a place only when it says so here.
  requiredPrivateInfos: ['chooseAddress', 'chooseLocation', ...locating.apis],
  ...(locating.scope && {
    permission: { [locating.scope]: { desc: '用来找出您附近的店、算出离您多远；不会保存' } },
  }),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '媒店',
    navigationBarBackgroundColor: themed('paper'),
    navigationBarTextStyle: themed('ink') as 'black' | 'white',
    backgroundColor: themed('paper'),
    backgroundTextStyle: themed('backText') as 'dark' | 'light',
  },
  tabBar: {
    color: themed('tab'),
    selectedColor: themed('tabOn'),
    backgroundColor: themed('surface'),
    borderStyle: themed('tabBorder') as 'black' | 'white',
    list: [tab('home', '首页'), tab('feed', '逛逛'), tab('cart', '购物车'), tab('seller', '店铺'), tab('me', '我的')],
  },
});

function tab(page: string, text: string) {
  return {
    pagePath: `pages/${page}/index`,
    text,
    iconPath: `assets/tab/${page}.png`,
    selectedIconPath: `assets/tab/${page}-on.png`,
  };
}

import Taro, { useRouter } from '@tarojs/taro';
import { decoded } from './entryOf';
import { NetworkFault } from './faults';
import { faultText } from './faultText';
import { showSnack } from './snacks';

/** Every page that another page opens, with the parameters in its address. */
export interface Routes {
  home: { shopId?: string };
  /** The front of any shop; the tab `home` cannot be given one. */
  shop: { shopId: string };
  /** Shops around; with all four (degrees, GCJ-02, as text), at this shop. */
  map: { shopId?: string; name?: string; longitude?: string; latitude?: string };
  /** What codes (`scene`) and links (`c`) of a channel open; it goes on to where the channel leads. */
  landing: { scene?: string; c?: string };
  cart: object;
  /** What shops tell. */
  feed: object;
  article: { articleId: string };
  favourites: object;
  me: object;
  seller: object;
  /** `a`: the article that led there. */
  product: { productId: string; a?: string };
  search: { shopId: string; words?: string };
  /** `baskets` as `basketsText` writes them. */
  checkout: { baskets: string };
  orders: { status?: string };
  order: { orderId: string };
  afterSale: { orderId: string };
  /** With `choose`, a tap on an address hands it to the checkout that opened the page. */
  addresses: { choose?: 'yes' };
  /** Coupons to claim of a shop, or those for a product. */
  coupons: { shopId: string; productId?: string };
  myCoupons: object;
  /** Where the welcome message of a shop's account leads. */
  welcome: { token: string };
  shopCoupons: { shopId: string };
  shopAccount: { shopId: string };
  stockMoves: { shopId: string; skuId: string; name: string };
  stockCount: { shopId: string };
  shopOrder: { shopId: string; orderId: string };
  shopPlace: { shopId: string };
  shopArticles: { shopId: string; part?: 'comments' };
  /** Without an article, a new one. */
  shopArticle: { shopId: string; articleId?: string };
  /** A shop's goods, and one that is edited; without `productId`, a new one; with `copy`, one like that. */
  goods: { shopId: string };
  productForm: { shopId: string; productId?: string; copy?: 'yes' };
  goodsSheet: { shopId: string };
  shopFront: { shopId: string };
  channels: { shopId: string };
  loopReport: { shopId: string };
  sales: { shopId: string };
  staff: { shopId: string };
  auditLog: { shopId: string };
  /** Where the link of an invitation leads. */
  joinShop: { shopId: string; code: string };
  privacy: object;
  customers: { shopId: string };
  customer: { shopId: string; customerId: string };
  campaigns: { shopId: string };
  campaign: { shopId: string; campaignId: string };
}
/** The name of a page that another page opens. */
export type RouteName = keyof Routes;

const paths: Record<RouteName, string> = {
  home: '/pages/home/index',
  shop: '/packages/nearby/shop/index',
  map: '/packages/nearby/map/index',
  landing: '/pages/landing/index',
  cart: '/pages/cart/index',
  feed: '/pages/feed/index',
  article: '/packages/content/article/index',
  favourites: '/packages/content/favourites/index',
  me: '/pages/me/index',
  seller: '/pages/seller/index',
  product: '/packages/trade/product/index',
  search: '/packages/trade/search/index',
  checkout: '/packages/trade/checkout/index',
  orders: '/packages/trade/orders/index',
  order: '/packages/trade/order/index',
  afterSale: '/packages/trade/afterSale/index',
  addresses: '/packages/trade/addresses/index',
  coupons: '/packages/trade/coupons/index',
  myCoupons: '/packages/trade/myCoupons/index',
  welcome: '/packages/trade/welcome/index',
  shopCoupons: '/packages/seller/coupons/index',
  shopAccount: '/packages/seller/account/index',
  stockMoves: '/packages/seller/moves/index',
  stockCount: '/packages/seller/count/index',
  shopOrder: '/packages/seller/order/index',
  shopPlace: '/packages/seller/place/index',
  shopArticles: '/packages/seller/articles/index',
  shopArticle: '/packages/seller/article/index',
  goods: '/packages/seller/goods/index',
  productForm: '/packages/seller/product/index',
  shopFront: '/packages/seller/front/index',
  goodsSheet: '/packages/seller/sheet/index',
  channels: '/packages/seller/channels/index',
  loopReport: '/packages/seller/report/index',
  sales: '/packages/seller/sales/index',
  staff: '/packages/team/staff/index',
  auditLog: '/packages/team/log/index',
  joinShop: '/packages/team/join/index',
  privacy: '/packages/crm/privacy/index',
  customers: '/packages/crm/customers/index',
  customer: '/packages/crm/customer/index',
  campaigns: '/packages/crm/campaigns/index',
  campaign: '/packages/crm/campaign/index',
};
const tabs: readonly RouteName[] = ['home', 'feed', 'cart', 'me', 'seller'];

/** A second tap within this many milliseconds belongs to the first. */
const doubleTap = 500;
let last = { url: '', at: 0 };

/** Opens a page on top of this one, a double tap only once; a tab replaces all that is open. */
export function open<Name extends RouteName>(name: Name, params: Routes[Name]): void {
  const isTab = tabs.includes(name);
  const url = isTab ? paths[name] : pathOf(name, params);
  const at = Date.now();
  if (url === last.url && at - last.at < doubleTap) return;
  last = { url, at };
  const arriving = isTab ? Taro.switchTab({ url }) : Taro.navigateTo({ url });
  // The page's package comes over the network when it is first needed.
  arriving.catch((error: unknown) => showSnack({ text: faultText(new NetworkFault(String(error))) }));
}

/** Opens a page in place of this one, for a step one must not return to. */
export function replaceBy<Name extends RouteName>(name: Name, params: Routes[Name]): void {
  void Taro.redirectTo({ url: pathOf(name, params) });
}

/** Back to the page below, or to the shop when a link opened this page directly. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else open('home', {});
}

/** A page's address with its parameters, as links and shares need it. */
export function pathOf<Name extends RouteName>(name: Name, params: Routes[Name]): string {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? `${paths[name]}?${query}` : paths[name];
}

/** The parameters this page was opened with. Links may come from anywhere, so each may be missing. */
export function useRouteParams<Name extends RouteName>(_name: Name): Partial<Routes[Name]> {
  const { params } = useRouter();
  // Neither WeChat nor Taro's router decodes them.
  const texts = Object.entries(params).map(([key, value]) => [key, decoded(value ?? '')]);
  return Object.fromEntries(texts) as Partial<Routes[Name]>;
}

/** A button of an account's menu (the part that we read); whatever else is in it is kept as it is. */
export interface MenuButton {
  name: string;
  type?: string;
  appid?: string;
  pagepath?: string;
  sub_button?: MenuButton[];
}

/** The button that leads from an account's menu into one shop of the mini program. */
export interface ShopEntry {
  appId: string;
  pagePath: string;
}

/** WeChat has three buttons at the bottom. Source: developers.weixin.qq.com, 自定义菜单. */
const mostButtons = 3;

/** The menu with the entry as its last button; `there` when it leads to the shop already, `noRoom` when it is full. */
export function withShopEntry(buttons: readonly MenuButton[], entry: ShopEntry): MenuButton[] | 'there' | 'noRoom' {
  if (hasShopEntry(buttons, entry)) return 'there';
  return buttons.length < mostButtons ? [...buttons, buttonOf(entry)] : 'noRoom';
}

/** Whether a button, or one below it, leads to the shop. */
export const hasShopEntry = (buttons: readonly MenuButton[], { appId, pagePath }: ShopEntry): boolean =>
  buttons.some(
    ({ appid, pagepath, sub_button = [] }) =>
      (appid === appId && pagepath === pagePath) || hasShopEntry(sub_button, { appId, pagePath }),
  );

/** `url` is for phones that know no mini programs. */
const buttonOf = ({ appId, pagePath }: ShopEntry) => ({
  type: 'miniprogram',
  name: '进店逛逛',
  appid: appId,
  pagepath: pagePath,
  url: 'https://mp.weixin.qq.com',
});

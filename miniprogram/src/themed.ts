import { light } from './theme.json';

/**
 * A colour of WeChat's own bars, for the app's and pages' configurations: WeChat replaces `@name` by the value of the
 * theme in `theme.json`. H5 knows no themes and takes the light one, which `chrome.h5.scss` darkens.
 */
export const themed = (name: keyof typeof light): string =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : light[name];

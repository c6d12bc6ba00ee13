/** A mid-size iPhone in WeChat 8.0.50, as `wx` describes it. Sizes in px. */
const phone = {
  brand: 'iPhone',
  model: 'iPhone 14',
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.5',
  platform: 'ios',
  SDKVersion: '3.7.0',
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
};

/** The synchronous APIs that say what phone this is. */
export const systemInfo = {
  env: { USER_DATA_PATH: 'http://usr' },
  getSystemInfoSync: () => phone,
  getWindowInfo: () => phone,
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
};

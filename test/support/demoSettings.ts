/** `FAN_KEY` of the demo world, wherever it runs on a laptop; production has one of its own. */
export const demoFanKey = 'the fans of the demo world are nobody';

/** What the functions of the demo world get besides what the emulator says. */
export const demoSettings = {
  FAN_KEY: demoFanKey,
  WECHAT_NEWS_TEMPLATE: 'demo-template-of-the-news-of-shops',
  WECHAT_RESTOCK_TEMPLATE: 'demo-template-of-what-is-in-again',
  LIMIT_FACTOR: '1',
};

/** The same for tests and benches, where a few people do in seconds what many do in a day. */
export const testSettings = { ...demoSettings, LIMIT_FACTOR: '10000' };

import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

// In nobody else's journey: what lies in a cart is counted there.
const [, , , , , erin] = shoppers;

/** A shopper finds an article in the feed, puts its tea into the cart without leaving it, likes it and asks; the shop answers. */
export async function readerJourney(driver: Driver): Promise<void> {
  if (!erin) throw new Error('the demo has fewer shoppers');
  await driver.actAs(erin);
  await driver.open('pages/home/index');
  await driver.switchTab('逛逛');
  await driver.see('一缸醋，晒八个夏天');
  await driver.see('六点半的府东街');
  await driver.screenshot('feed');
  await driver.tap('topic-season');
  await driver.see('小雪时节');
  await driver.screenshot('feed-topic');
  await driver.tap('article-first-frost');
  await driver.says('article-title', '小雪时节，泡一壶沙棘红枣');
  await driver.screenshot('article');
  await driver.tap('add-seabuckthorn-tea');
  await driver.tap('sheet-confirm');
  await driver.see('已加入购物车');
  await driver.tap('like');
  await driver.says('like', '13');
  await driver.tap('favour');
  await driver.says('favour', '已收藏');
  await driver.tap('comment');
  await driver.type('comment-text', '可以用保温杯泡吗？');
  await driver.tap('comment-send');
  await driver.see('待审核');
  await driver.screenshot('article-comment');
  await driver.tap('make-poster');
  await driver.says('poster', '');
  await driver.screenshot('article-poster');

  await driver.actAs(sellers.manager);
  await driver.open('packages/seller/articles/index?shopId=jinmei');
  await driver.tap('tab-comments');
  await driver.see('可以用保温杯泡吗');
  await driver.screenshot('seller-comments');

  await driver.actAs(erin);
  await driver.open('packages/content/favourites/index');
  await driver.see('小雪时节');
  await driver.open('packages/trade/product/index?productId=seabuckthorn-tea');
  await driver.tap('read-first-frost');
  await driver.says('article-title', '小雪时节，泡一壶沙棘红枣');
}

/** The clerk writes an article with a product in it, looks at it, publishes it, takes it away and brings it back. */
export async function writerJourney(driver: Driver): Promise<void> {
  await driver.actAs(sellers.manager);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-articles');
  await driver.see('平遥牛肉为什么不用酱油');
  await driver.screenshot('seller-articles');
  await driver.tap('new-article');
  await driver.tap('article-save');
  await driver.see('请写一个标题');
  await driver.type('article-title-input', '大雪吃羊汤');
  await driver.tap('article-topic-food');
  await driver.tap('add-product');
  await driver.tap('pick-vinegar-8y');
  await driver.see('八年手工老陈醋');
  await driver.screenshot('article-editor');
  await driver.tap('article-preview');
  await driver.see('加购');
  await driver.screenshot('article-preview');
  await driver.tap('article-preview');
  await driver.tap('article-publish');
  await driver.see('大雪吃羊汤');

  await driver.actAs(shoppers[0]);
  await driver.open('pages/feed/index');
  await driver.see('大雪吃羊汤');
}

import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

/**
 * The owner writes a product like one that is there, with twelve SKUs, and changes one of them; a shopper finds it first
 * in the shop. It goes off the shelf, and back; and the shop's front gets a notice and another order of categories.
 */
export async function goodsJourney(driver: Driver): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-goods');
  await driver.see('隰县玉露香梨');
  await driver.screenshot('goods');
  await driver.tap('new-product');
  await driver.tap('product-save');
  await driver.see('请至少放一张图片');
  await driver.screenshot('product-form-problems');

  await driver.open('packages/seller/product/index?shopId=jinmei&productId=pear-yulu&copy=yes');
  await driver.type('product-name', '玉露香梨礼');
  await driver.type('option-name-0', '重量');
  await driver.type('option-values-0', '三斤 五斤 八斤 十斤');
  await driver.tap('add-option');
  await driver.type('option-name-1', '包装');
  await driver.type('option-values-1', '纸箱，竹篮，礼盒');
  await driver.tap('fill-skus');
  await driver.type('sku-price', '58');
  await driver.type('sku-stock', '30');
  await driver.screenshot('sku-form');
  await driver.tap('sku-done');
  await driver.says('sku-row-11', /十斤，礼盒¥58·库存30/);
  await driver.tap('sku-row-11');
  await driver.type('sku-price', '128.5');
  await driver.type('sku-followerPrice', '130');
  await driver.tap('sku-done');
  await driver.says('sku-done', '会员价要低于价格');
  await driver.type('sku-followerPrice', '118');
  await driver.tap('sku-done');
  await driver.says('sku-row-11', /¥128\.5/);
  await driver.screenshot('product-form');
  await driver.tap('product-save');

  await driver.actAs(shoppers[0]);
  await driver.open('pages/home/index');
  await driver.see('玉露香梨礼');
  await driver.actAs(sellers.owner);
  await driver.open('packages/seller/goods/index?shopId=jinmei');
  await driver.see('玉露香梨礼');
  await driver.tap('shelve-pear-yulu');
  await driver.says('shelve-pear-yulu', '上架');
  await driver.tap('shelve-pear-yulu');
  await driver.says('shelve-pear-yulu', '下架');

  await driver.open('packages/seller/front/index?shopId=jinmei');
  await driver.type('front-notice', '今日新梨到店');
  await driver.tap('category-1-up');
  await driver.screenshot('shop-front-form');
  await driver.tap('front-save');
  // There is no page below, so it goes home.
  await driver.see('今日新梨到店');
}

import { fen, yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { Price, SpecialPrice, WasPrice } from '@/ui/Price';
import { Tag } from '@/ui/Tag';
import type { Product } from './choices';
import './ProductStory.scss';

/** What the product is and costs: the price of the chosen or cheapest SKU, name, badge, stock, delivery. */
export function ProductSummary({ product }: { product: Product }) {
  const cheapest = product.skus.reduce<Product['skus'][number] | undefined>(
    (best, sku) => (best && best.price <= sku.price ? best : sku),
    undefined,
  );
  const lowest = fen(Math.min(...product.skus.map(({ price, followerPrice = price }) => followerPrice)));
  const pricesDiffer = product.skus.some(({ price }) => price !== cheapest?.price);
  return (
    <View className="product-panel">
      <View className="product-summary__price">
        {cheapest && <Price amount={cheapest.price} plus={pricesDiffer} size="l" />}
        {cheapest?.wasPrice !== undefined && <WasPrice amount={cheapest.wasPrice} />}
        {cheapest && lowest < cheapest.price && (
          <SpecialPrice id="member-price" name="会员价" amount={lowest} plus={pricesDiffer} />
        )}
        {product.sold > 0 && <Text className="product-summary__sold">{`已售 ${product.sold}`}</Text>}
      </View>
      <View className="product-summary__name">
        {product.badge && <Tag text={product.badge} tone="action" />}
        <Text>{product.name}</Text>
      </View>
      <Text className="product-summary__subtitle">{product.subtitle}</Text>
      <View className="product-summary__promise">
        <Icon name="truck" size={18} />
        <Text>{freightText(product.freight)}</Text>
      </View>
      {product.promotion && (
        <View className="product-summary__promise">
          <Icon name="tag" size={18} />
          <Text>{`满 ${yuanText(product.promotion.from)} 减 ${yuanText(product.promotion.off)}`}</Text>
        </View>
      )}
      <View className="product-summary__promise">
        <Icon name="shield" size={18} />
        <Text>{`由${product.shopName}发货，微信支付保障`}</Text>
      </View>
    </View>
  );
}

function freightText({ fee, freeFrom }: Product['freight']): string {
  if (fee === 0) return '全店包邮';
  const charge = `运费 ${yuanText(fee)} 起`;
  return freeFrom === undefined ? charge : `${charge}，满 ${yuanText(freeFrom)} 包邮`;
}

/** Facts as a table, then the story in paragraphs. */
export function ProductStory({ product }: { product: Product }) {
  return (
    <View>
      {product.facts.length > 0 && (
        <View className="product-panel">
          <Text className="product-panel__title">商品参数</Text>
          {product.facts.map(({ label, text }) => (
            <View key={label} className="product-fact">
              <Text className="product-fact__label">{label}</Text>
              <Text className="product-fact__text">{text}</Text>
            </View>
          ))}
        </View>
      )}
      {product.story.length > 0 && (
        <View className="product-panel">
          <Text className="product-panel__title">它的故事</Text>
          {product.story.map((paragraph) => (
            <Text key={paragraph} className="product-story">
              {paragraph}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}

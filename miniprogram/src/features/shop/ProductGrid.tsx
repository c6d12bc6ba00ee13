import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import type { ListEndState } from '@/platform/usePages';
import { IconButton } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice, WasPrice } from '@/ui/Price';
import { Skeleton, SlowNote } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import type { ProductCard } from './useShopFront';
import './ProductGrid.scss';

/** Products in two columns, page by page. A tap opens one; with `onAdd`, each has a quick way into the cart. */
export function ProductGrid({ products, end, onMore, onAdd }: ProductGridProps) {
  return (
    <LongList
      className="product-grid"
      rows={products}
      row={(product, index) => (
        <Card key={product.productId} product={product} soon={index < 4} {...(onAdd && { onAdd })} />
      )}
      end={end}
      onMore={onMore}
    />
  );
}

interface ProductGridProps {
  products: readonly ProductCard[];
  end: ListEndState;
  onMore(): void;
  onAdd?(productId: string): void;
}

/** Where products will be. */
export function ProductGridSkeleton() {
  return (
    <View role="status" ariaLabel="正在加载商品">
      <View className="product-grid">
        {['one', 'two', 'three', 'four'].map((key) => (
          <View key={key} className="product-card">
            <View className="product-card__picture">
              <Skeleton height="100%" />
            </View>
            <View className="product-card__words">
              <Skeleton width="80%" />
              <Skeleton width="55%" height="12px" />
              <Skeleton width="40%" height="20px" />
            </View>
          </View>
        ))}
      </View>
      <SlowNote />
    </View>
  );
}

const Card = memo(function Card({ product, soon, onAdd }: CardProps) {
  const { productId, name, subtitle, picture, priceFrom, pricesDiffer, wasPrice, followerPriceFrom, badge, sold } =
    product;
  return (
    <View className="product-card">
      <Pressable
        id={`product-${productId}`}
        role="link"
        className="product-card__link"
        onPress={() => open('product', { productId })}
      >
        <View className="product-card__picture">
          <Picture src={pictureUrl(picture)} alt="" soon={soon} />
          {badge && (
            <View className="product-card__badge">
              <Tag text={badge} tone="seal" />
            </View>
          )}
        </View>
        <View className="product-card__words">
          <Text className="product-card__name">{name}</Text>
          <Text className="product-card__subtitle">{subtitle}</Text>
        </View>
      </Pressable>
      <View className="product-card__foot">
        <View className="product-card__prices">
          <View className="product-card__price">
            <Price amount={priceFrom} plus={pricesDiffer} />
            {wasPrice !== undefined && !pricesDiffer && <WasPrice amount={wasPrice} />}
          </View>
          {followerPriceFrom !== undefined && (
            <SpecialPrice name="会员价" amount={followerPriceFrom} plus={pricesDiffer} />
          )}
          {sold > 0 && <Text className="product-card__sold">{`已售 ${sold}`}</Text>}
        </View>
        {onAdd && (
          <IconButton
            icon="plus"
            size={18}
            label={`把${name}加入购物车`}
            className="product-card__add"
            onPress={() => onAdd(productId)}
          />
        )}
      </View>
    </View>
  );
});
interface CardProps {
  product: ProductCard;
  soon: boolean;
  onAdd?(productId: string): void;
}

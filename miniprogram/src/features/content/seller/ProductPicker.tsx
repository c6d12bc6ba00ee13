import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { usePages } from '@/platform/usePages';
import { ListEnd } from '@/ui/ListEnd';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price } from '@/ui/Price';
import { Sheet } from '@/ui/Sheet';
import { SkeletonList } from '@/ui/Skeleton';
import type { DraftProduct } from './articleDraft';
import './ProductPicker.scss';

interface ProductPickerProps {
  shopId: string;
  onPick(product: DraftProduct): void;
  onClose(): void;
}

/** Chooses one of the shop's products. */
export function ProductPicker({ shopId, onPick, onClose }: ProductPickerProps) {
  const list = usePages('shop.searchProducts', { shopId });
  const products = list.pages?.flatMap((page) => page.products) ?? [];
  return (
    <Sheet open title="放一件商品" onClose={onClose}>
      {list.loading && <SkeletonList />}
      {products.map(({ productId, name, picture, priceFrom, pricesDiffer }) => (
        <Pressable
          key={productId}
          id={`pick-${productId}`}
          className="product-picker__row"
          onPress={() => onPick({ productId, name, picture, priceFrom, pricesDiffer })}
        >
          <View className="product-picker__picture">
            <Picture src={pictureUrl(picture)} alt="" />
          </View>
          <Text className="product-picker__name">{name}</Text>
          <Price amount={priceFrom} plus={pricesDiffer} size="s" />
        </Pressable>
      ))}
      {!list.loading && <ListEnd state={list.end} onMore={list.loadMore} />}
    </Sheet>
  );
}

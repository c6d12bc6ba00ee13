import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice, WasPrice } from '@/ui/Price';
import './ProductInArticle.scss';

interface ProductInArticleProps {
  product: Output<'content.getArticle'>['products'][number];
  /** Absent where nothing can be opened or bought. */
  buying: Buying | undefined;
}

/** What a tap on a product does. */
export interface Buying {
  onOpen(productId: string): void;
  onAdd(productId: string): void;
}

/** Fewer pieces than this are worth a word. */
const scarce = 10;

/** A product among the words: its price and stock of this moment, and a way into the cart that stays in the article. */
export function ProductInArticle({ product, buying }: ProductInArticleProps) {
  const { productId, name, stock } = product;
  if (!buying)
    return (
      <View className="told">
        <View className="told__link">
          <Told product={product} />
        </View>
      </View>
    );
  return (
    <View className="told">
      <Pressable id={`told-${productId}`} role="link" className="told__link" onPress={() => buying.onOpen(productId)}>
        <Told product={product} />
      </Pressable>
      <Button
        id={`add-${productId}`}
        size="s"
        disabled={stock === 0}
        label={stock === 0 ? `${name}，已售罄` : `加购${name}`}
        onPress={() => buying.onAdd(productId)}
      >
        {stock === 0 ? '已售罄' : '加购'}
      </Button>
    </View>
  );
}

/** Picture, name and prices, the followers' beside the normal one. */
function Told({ product }: Pick<ProductInArticleProps, 'product'>) {
  const { productId, name, picture, priceFrom, pricesDiffer, wasPrice, followerPriceFrom, stock } = product;
  return (
    <>
      <View className="told__picture">
        <Picture src={pictureUrl(picture)} alt="" />
      </View>
      <View className="told__words">
        <Text className="told__name">{name}</Text>
        <View className="told__prices">
          <Price amount={priceFrom} plus={pricesDiffer} />
          {wasPrice !== undefined && !pricesDiffer && <WasPrice amount={wasPrice} />}
        </View>
        {followerPriceFrom !== undefined && (
          <SpecialPrice
            id={`told-follower-${productId}`}
            name="会员价"
            amount={followerPriceFrom}
            plus={pricesDiffer}
          />
        )}
        {stock > 0 && stock < scarce && <Text className="told__scarce">{`仅剩 ${stock} 件`}</Text>}
      </View>
    </>
  );
}

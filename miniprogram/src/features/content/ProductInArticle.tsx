import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, WasPrice } from '@/ui/Price';
import './ProductInArticle.scss';

interface ProductInArticleProps {
  product: Output<'content.getArticle'>['products'][number];
  onOpen(productId: string): void;
  onAdd(productId: string): void;
}

/** Fewer pieces than this are worth a word. */
const scarce = 10;

/** A product among the words: its price and stock of this moment, and a way into the cart that stays in the article. */
export function ProductInArticle({ product, onOpen, onAdd }: ProductInArticleProps) {
  const { productId, name, picture, priceFrom, pricesDiffer, wasPrice, stock } = product;
  return (
    <View className="told">
      <Pressable id={`told-${productId}`} role="link" className="told__link" onPress={() => onOpen(productId)}>
        <View className="told__picture">
          <Picture src={pictureUrl(picture)} alt="" />
        </View>
        <View className="told__words">
          <Text className="told__name">{name}</Text>
          <View className="told__prices">
            <Price amount={priceFrom} plus={pricesDiffer} />
            {wasPrice !== undefined && !pricesDiffer && <WasPrice amount={wasPrice} />}
          </View>
          {stock > 0 && stock < scarce && <Text className="told__scarce">{`仅剩 ${stock} 件`}</Text>}
        </View>
      </Pressable>
      <Button
        id={`add-${productId}`}
        size="s"
        disabled={stock === 0}
        label={stock === 0 ? `${name}，已售罄` : `加购${name}`}
        onPress={() => onAdd(productId)}
      >
        {stock === 0 ? '已售罄' : '加购'}
      </Button>
    </View>
  );
}

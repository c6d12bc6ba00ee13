import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button, IconButton } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Tag } from '@/ui/Tag';
import { plannedText } from './plannedText';
import type { Goods } from './useGoods';
import './GoodsRow.scss';

interface GoodsRowProps {
  shopId: string;
  goods: Goods;
  busy: boolean;
  /** Only for who may edit. */
  onShelve?(goods: Goods): void;
  onRaise?(goods: Goods): void;
}

/** One of a shop's goods: what shoppers see of it, and what its seller can do. */
export function GoodsRow({ shopId, goods, busy, onShelve, onRaise }: GoodsRowProps) {
  const { productId, name, picture, priceFrom, pricesDiffer, sold, onShelf } = goods;
  const planned = plannedText(goods);
  return (
    <View id={`goods-${productId}`} className={`goods-row ${onShelf ? '' : 'goods-row--off'}`}>
      <View className="goods-row__what">
        <View className="goods-row__picture">
          <Picture src={pictureUrl(picture)} alt="" />
        </View>
        <View className="goods-row__words">
          <Text className="goods-row__name">{name}</Text>
          <View className="goods-row__figures">
            <Text className="goods-row__price">{`${yuanText(priceFrom)}${pricesDiffer ? ' 起' : ''}`}</Text>
            <Text>{`已售 ${sold}`}</Text>
          </View>
          {!onShelf && <Tag text={goods.shelveFrom === undefined ? '已下架' : '待上架'} />}
          {planned && <Text className="goods-row__planned">{planned}</Text>}
        </View>
      </View>
      <View className="goods-row__deeds">
        {onShelf && <IconButton icon="eye" label={`预览${name}`} onPress={() => open('product', { productId })} />}
        {onRaise && (
          <IconButton id={`raise-${productId}`} icon="up" label={`上移${name}`} onPress={() => onRaise(goods)} />
        )}
        {onShelve && (
          <>
            <IconButton
              id={`copy-${productId}`}
              icon="copy"
              label={`复制${name}`}
              onPress={() => open('productForm', { shopId, productId, copy: 'yes' })}
            />
            <Button
              id={`shelve-${productId}`}
              size="s"
              kind="second"
              busy={busy}
              label={`${onShelf ? '下架' : '上架'}${name}`}
              onPress={() => onShelve(goods)}
            >
              {onShelf ? '下架' : '上架'}
            </Button>
            <Button
              id={`edit-${productId}`}
              size="s"
              kind="second"
              label={`修改${name}`}
              onPress={() => open('productForm', { shopId, productId })}
            >
              修改
            </Button>
          </>
        )}
      </View>
    </View>
  );
}

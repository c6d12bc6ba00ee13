import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import type { StockedSku } from './useStockAdjustment';
import './StockRow.scss';

interface StockRowProps {
  shopId: string;
  sku: StockedSku;
  onAdjust(sku: StockedSku): void;
}

/** One SKU in the seller's stock list. A tap shows its history, the button changes its stock. */
export const StockRow = memo(function StockRow({ shopId, sku, onAdjust }: StockRowProps) {
  const { skuId, productName, choice, picture, stock, lowAt } = sku;
  const low = stock <= lowAt;
  return (
    <View className="stock-row">
      <Pressable
        id={`stock-history-${skuId}`}
        role="link"
        label={`${productName} ${choice.join(' ')}，库存 ${stock} 件，查看变动记录`}
        className="stock-row__what"
        onPress={() => open('stockMoves', { shopId, skuId, name: [productName, ...choice].join(' ') })}
      >
        <View className="stock-row__picture">
          <Picture src={pictureUrl(picture)} alt="" />
        </View>
        <View className="stock-row__words">
          <Text className="stock-row__name">{productName}</Text>
          <Text className="stock-row__choice">{choice.join('，')}</Text>
          {low && <Tag text={stock === 0 ? '已售罄' : '库存偏低'} tone="action" />}
        </View>
      </Pressable>
      <View className="stock-row__count">
        <Text id={`stock-${skuId}`} className={`stock-row__stock ${low ? 'stock-row__stock--low' : ''}`}>
          {`${stock}`}
        </Text>
        <Button
          id={`adjust-${skuId}`}
          size="s"
          kind="second"
          label={`调整${productName}库存`}
          onPress={() => onAdjust(sku)}
        >
          调整
        </Button>
      </View>
    </View>
  );
});

import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button } from '@/ui/Button';
import { Check } from '@/ui/Check';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import './StockRow.scss';
import { nameOf, type StockedSku } from './useStockAdjustment';
import { signed } from './waysOut';

interface StockRowProps {
  shopId: string;
  sku: StockedSku;
  /** What this phone still has to tell the shop. */
  waiting: readonly number[];
  /** While many are chosen at once; `undefined` otherwise. */
  chosen: boolean | undefined;
  onAdjust(sku: StockedSku): void;
  onChoose(sku: StockedSku): void;
}

/** One SKU in the seller's stock list. A tap shows its history, the button changes its stock. */
export const StockRow = memo(function StockRow({ shopId, sku, waiting, chosen, onAdjust, onChoose }: StockRowProps) {
  const { skuId, productName, choice, picture, stock, lowAt } = sku;
  const low = stock <= lowAt;
  const name = nameOf(sku);
  return (
    <View className="stock-row">
      {chosen !== undefined && (
        <Check id={`choose-${skuId}`} checked={chosen} label={name} onChange={() => onChoose(sku)} />
      )}
      <Pressable
        id={`stock-history-${skuId}`}
        role="link"
        label={`${name}，库存 ${stock} 件，查看变动记录`}
        className="stock-row__what"
        onPress={() => open('stockMoves', { shopId, skuId, name })}
      >
        <View className="stock-row__picture">
          <Picture src={pictureUrl(picture)} alt="" />
        </View>
        <View className="stock-row__words">
          <Text className="stock-row__name">{productName}</Text>
          <Text className="stock-row__choice">{choice.join('，')}</Text>
          <View className="stock-row__tags">
            {low && <Tag text={stock === 0 ? '已售罄' : '库存偏低'} tone="action" />}
            {sku.waiting !== undefined && <Tag text={`${sku.waiting} 人等货`} tone="jade" />}
            {waiting.length > 0 && <Tag text={waitingText(waiting)} />}
          </View>
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
}, isSameRow);

/** What waits is a new list with every render, and mostly empty. */
function isSameRow(before: StockRowProps, after: StockRowProps): boolean {
  return (
    before.sku === after.sku &&
    before.chosen === after.chosen &&
    before.waiting.join() === after.waiting.join() &&
    before.shopId === after.shopId
  );
}

function waitingText(waiting: readonly number[]): string {
  const sum = waiting.reduce((all, delta) => all + delta, 0);
  return sum === 0 ? '待同步' : `待同步 ${signed(sum)}`;
}

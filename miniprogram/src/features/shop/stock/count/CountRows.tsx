import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Picture } from '@/ui/Picture';
import { Tag } from '@/ui/Tag';
import type { Counting } from '../StockDeed';
import { nameOf, type StockedSku } from '../useStockAdjustment';
import { signed } from '../waysOut';
import './CountRows.scss';
import type { Shelf } from './useCount';

interface CountRowsProps {
  shopId: string;
  /** At most 30. */
  skus: readonly StockedSku[];
  lines: readonly Counting[];
  onCount(sku: StockedSku, known: Shelf | undefined): void;
}

/** One page of SKUs to count, each with what should lie there, or with what was counted. */
export function CountRows({ shopId, skus, lines, onCount }: CountRowsProps) {
  const shelves = useCall('shop.readShelf', { shopId, skuIds: skus.map(({ skuId }) => skuId) });
  return (
    <Panel flush>
      {skus.map((sku) => {
        const shelf = shelves.data?.skus.find(({ skuId }) => skuId === sku.skuId);
        const line = lines.find(({ skuId }) => skuId === sku.skuId);
        return (
          <View key={sku.skuId} id={`count-row-${sku.skuId}`} className="count-row">
            <View className="count-row__picture">
              <Picture src={pictureUrl(sku.picture)} alt="" />
            </View>
            <View className="count-row__words">
              <Text className="count-row__name">{nameOf(sku)}</Text>
              <Text className="count-row__book">{shelf ? bookText(shelf) : ' '}</Text>
              {line && <Tag text={lineText(line)} tone={line.counted === line.expected ? 'jade' : 'action'} />}
            </View>
            <Button
              id={`count-${sku.skuId}`}
              size="s"
              kind={line ? 'quiet' : 'second'}
              label={`${line ? '重数' : '数一数'}${nameOf(sku)}`}
              onPress={() => onCount(sku, shelf)}
            >
              {line ? '重数' : '数一数'}
            </Button>
          </View>
        );
      })}
    </Panel>
  );
}

const bookText = ({ stock, held }: Shelf): string =>
  held > 0 ? `应有 ${stock + held} 件（待发 ${held}）` : `应有 ${stock} 件`;

function lineText({ counted, expected }: Counting): string {
  const difference = counted - expected;
  return difference === 0 ? `数到 ${counted}，相符` : `数到 ${counted}，差 ${signed(difference)}`;
}

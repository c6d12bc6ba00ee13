import { View } from '@tarojs/components';
import { canScanCode } from '@/platform/scanCode';
import { IconButton } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { SearchBox } from '@/ui/SearchBox';
import './StockTools.scss';
import type { ShownStock, useStockList } from './useStockList';

/** Finds a SKU: by name or code, by the camera, or by what runs low. */
export function StockTools({ stock }: { stock: ReturnType<typeof useStockList> }) {
  const { show, setShow, typed, type, search, scan, lowCount } = stock;
  const filters: readonly { key: ShownStock; text: string }[] = [
    { key: 'all', text: '全部' },
    { key: 'low', text: lowCount > 0 ? `偏低 ${lowCount}` : '偏低' },
    { key: 'out', text: '售罄' },
  ];
  return (
    <View className="stock-tools">
      <View className="stock-tools__search">
        <View className="stock-tools__box">
          <SearchBox label="搜索库存" placeholder="品名或条码" value={typed} onType={type} onSearch={search} />
        </View>
        {canScanCode && <IconButton id="scan-stock" icon="scan" label="扫条码找商品" onPress={scan} />}
      </View>
      <View className="stock-tools__filters">
        <Choices<ShownStock> id="stock-show" choices={filters} chosen={show} onChoose={setShow} />
      </View>
    </View>
  );
}

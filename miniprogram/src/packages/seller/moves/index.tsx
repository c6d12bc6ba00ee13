import { Text, View } from '@tarojs/components';
import { StockMoves } from '@/features/shop/stock/StockMoves';
import { useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import './index.scss';

/** The movement history of one SKU. */
export default function StockMovesPage() {
  const { shopId, skuId, name } = useRouteParams('stockMoves');
  return (
    <Screen>
      {name && (
        <View className="moves__head">
          <Text className="moves__name">{name}</Text>
        </View>
      )}
      {shopId && skuId ? <StockMoves shopId={shopId} skuId={skuId} /> : <Blank icon="clock" title="没有找到这款商品" />}
    </Screen>
  );
}

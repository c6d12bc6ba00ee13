import { mayAct } from '@shared/shop/role';
import { View } from '@tarojs/components';
import { GoodsList } from '@/features/shop/seller/GoodsList';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import './index.scss';

/** The goods of a shop. */
export default function GoodsPage() {
  const { shopId } = useRouteParams('goods');
  const shops = useCall('shop.listMyShops', {}).data?.shops ?? [];
  if (!shopId) {
    return (
      <Screen>
        <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
      </Screen>
    );
  }
  const mayEdit = mayAct(shops.find((shop) => shop.shopId === shopId)?.role, 'manager');
  const create = () => open('productForm', { shopId });
  const bar = (
    <Button id="new-product" icon="plus" wide onPress={create}>
      上架新商品
    </Button>
  );
  return (
    <Screen {...(mayEdit && { bar })}>
      {mayEdit && (
        <View className="goods__ways">
          <Button id="goods-sheet" size="s" kind="quiet" icon="copy" onPress={() => open('goodsSheet', { shopId })}>
            导入导出
          </Button>
        </View>
      )}
      <GoodsList shopId={shopId} mayEdit={mayEdit} onCreate={create} />
    </Screen>
  );
}

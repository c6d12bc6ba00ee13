import { View } from '@tarojs/components';
import { Screen } from '@/ui/Screen';
import { Skeleton, SlowNote } from '@/ui/Skeleton';
import './ProductSkeleton.scss';

/** The shape of a product page while it loads. */
export function ProductSkeleton() {
  return (
    <Screen>
      <View role="status" ariaLabel="正在加载商品">
        <Skeleton height="92vw" />
        <View className="product-skeleton__words">
          <Skeleton width="35%" height="30px" />
          <Skeleton width="75%" height="22px" />
          <Skeleton width="55%" />
          <SlowNote />
        </View>
      </View>
    </Screen>
  );
}

import { Text, View } from '@tarojs/components';
import { Panel } from '@/ui/Panel';
import type { LoopReport } from './useLoopReport';
import './FollowPlaces.scss';

type Place = LoopReport['followPlaces'][number]['place'];

/** Where those who followed the account were shown the way to it. Nothing where nobody followed. */
export function FollowPlaces({ places }: { places: LoopReport['followPlaces'] }) {
  if (places.length === 0) return null;
  const most = Math.max(...places.map(({ follows }) => follows));
  return (
    <Panel title="新关注从哪一页来">
      {places.map(({ place, follows }) => (
        <View key={place} id={`follows-${place}`} className="follow-place">
          <Text className="follow-place__name">{placeText[place]}</Text>
          <View className="follow-place__track">
            <View className="follow-place__bar" style={{ width: `${(100 * follows) / most}%` }} />
          </View>
          <Text className="follow-place__value">{String(follows)}</Text>
        </View>
      ))}
    </Panel>
  );
}

const placeText: Record<Place, string> = {
  orderDone: '下单完成',
  product: '商品页',
  home: '店铺首页',
  me: '我的',
  poster: '海报',
  article: '文章',
  elsewhere: '小程序外',
};

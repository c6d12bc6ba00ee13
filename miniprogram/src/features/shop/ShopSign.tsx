import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Skeleton } from '@/ui/Skeleton';
import './ShopSign.scss';

type Shop = Output<'shop.getShopHome'>['shop'];

/** The board over the shop's door: seal, name, slogan, hours, and the way to search; `undefined` while it loads. */
export function ShopSign({ shopId, shop }: { shopId: string; shop: Shop | undefined }) {
  return (
    <View className="shop-sign">
      <View className="shop-sign__lattice" />
      <View className="shop-sign__head">
        <View className="shop-sign__seal">{shop && <Picture src={pictureUrl(shop.logo)} alt="" soon />}</View>
        {shop ? (
          <View className="shop-sign__words">
            <Text className="shop-sign__name">{shop.name}</Text>
            <Text className="shop-sign__slogan">{shop.slogan}</Text>
            <View className="shop-sign__hours">
              <Icon name="clock" size={13} />
              <Text>{`营业时间 ${shop.openingHours}`}</Text>
            </View>
          </View>
        ) : (
          <View className="shop-sign__words">
            <Skeleton width="160px" height="24px" />
            <Skeleton width="200px" height="18px" />
            <Skeleton width="130px" height="16px" />
          </View>
        )}
      </View>
      <View className="shop-sign__ways">
        <Pressable role="link" className="shop-sign__search" onPress={() => open('search', { shopId })}>
          <Icon name="search" size={18} />
          <Text>搜一搜，找好物</Text>
        </Pressable>
        <Pressable id="nearby-shops" role="link" className="shop-sign__nearby" onPress={() => open('map', {})}>
          <Icon name="map" size={18} />
          <Text>附近的店</Text>
        </Pressable>
      </View>
    </View>
  );
}

/** What the shop wants everyone to know, and where it is; `undefined` while it loads. */
export function ShopNotice({ shop }: { shop: Shop | undefined }) {
  if (!shop)
    return (
      <View className="shop-notice">
        <Skeleton width="75%" height="20px" />
        <Skeleton width="45%" height="20px" />
      </View>
    );
  return (
    <View className="shop-notice">
      {shop.notice && (
        <View className="shop-notice__line shop-notice__line--loud">
          <Icon name="volume" size={16} />
          <Text className="shop-notice__text">{shop.notice}</Text>
        </View>
      )}
      <Pressable
        id="shop-on-map"
        role="link"
        label={`${shop.address}，在地图上看`}
        className="shop-notice__line shop-notice__line--link"
        onPress={() => open('map', linkTo(shop))}
      >
        <Icon name="pin" size={16} />
        <Text className="shop-notice__text">{shop.address}</Text>
        <Icon name="right" size={16} />
      </Pressable>
    </View>
  );
}

const linkTo = ({ shopId, name, place }: Shop) => ({
  shopId,
  name,
  longitude: String(place.longitude),
  latitude: String(place.latitude),
});

import type { Output } from '@shared/contract';
import { Swiper, SwiperItem, View } from '@tarojs/components';
import { memo, useState } from 'react';
import { movesByItself } from '@/platform/movesByItself';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import './Banners.scss';

type Banner = Output<'shop.getShopHome'>['banners'][number];

interface BannersProps {
  shopId: string;
  banners: readonly Banner[];
}

/** How long a banner stays, in ms: long enough to read what is on it. */
const stay = 5_000;

/** The wide pictures at the front of a shop, one at a time, each a way to what it shows; nothing where there are none. */
export function Banners({ shopId, banners }: BannersProps) {
  const [shown, setShown] = useState(0);
  if (banners.length === 0) return null;
  return (
    <View className="banners">
      <View className="banners__frame">
        <Slides shopId={shopId} banners={banners} onShow={setShown} />
        {banners.length > 1 && (
          <View className="banners__dots" aria-hidden="true">
            {banners.map(({ picture }, index) => (
              <View key={picture} className={`banners__dot ${index === shown ? 'banners__dot--on' : ''}`} />
            ))}
          </View>
        )}
      </View>
    </View>
  );
}

/** Apart from the dots, because mini programs resend a Swiper with every render of its owner. */
const Slides = memo(function Slides({ shopId, banners, onShow }: BannersProps & { onShow(index: number): void }) {
  const isMoving = banners.length > 1 && movesByItself();
  return (
    <Swiper
      className="banners__slides"
      circular={banners.length > 1}
      autoplay={isMoving}
      interval={stay}
      onChange={(event) => onShow(event.detail.current)}
    >
      {banners.map((banner, index) => (
        <SwiperItem key={banner.picture}>
          <Slide shopId={shopId} banner={banner} id={`banner-${index}`} soon={index === 0} />
        </SwiperItem>
      ))}
    </Swiper>
  );
});

function Slide({ shopId, banner, id, soon }: { shopId: string; banner: Banner; id: string; soon: boolean }) {
  const { picture, target, title } = banner;
  const image = <Picture src={pictureUrl(picture)} alt={target ? '' : '店铺横幅'} soon={soon} />;
  if (!target) return <View className="banners__slide">{image}</View>;
  return (
    <Pressable id={id} role="link" label={title} className="banners__slide" onPress={() => follow(shopId, target)}>
      {image}
    </Pressable>
  );
}

function follow(shopId: string, target: NonNullable<Banner['target']>): void {
  switch (target.page) {
    case 'product':
      open('product', { productId: target.productId });
      break;
    case 'article':
      open('article', { articleId: target.articleId });
      break;
    case 'coupons':
      open('coupons', { shopId });
      break;
    default:
      target satisfies never;
  }
}

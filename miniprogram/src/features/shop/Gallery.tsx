import { Swiper, SwiperItem, Text, View } from '@tarojs/components';
import { memo, useState } from 'react';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import './Gallery.scss';

/** A product's pictures, one at a time, with `1/4` in the corner. */
export function Gallery({ pictures, name }: { pictures: readonly string[]; name: string }) {
  const [shown, setShown] = useState(0);
  return (
    <View className="gallery">
      <Slides pictures={pictures} name={name} onShow={setShown} />
      {pictures.length > 1 && <Text className="gallery__count">{`${shown + 1}/${pictures.length}`}</Text>}
    </View>
  );
}

/** Apart from the count, because mini programs resend a Swiper with every render of its owner. */
const Slides = memo(function Slides({ pictures, name, onShow }: SlidesProps) {
  return (
    <Swiper className="gallery__slides" onChange={(event) => onShow(event.detail.current)}>
      {pictures.map((picture, index) => (
        <SwiperItem key={picture}>
          <Picture src={pictureUrl(picture)} alt={`${name}，第 ${index + 1} 张`} soon={index === 0} />
        </SwiperItem>
      ))}
    </Swiper>
  );
});
interface SlidesProps {
  pictures: readonly string[];
  name: string;
  onShow(index: number): void;
}

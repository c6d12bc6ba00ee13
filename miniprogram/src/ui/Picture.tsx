import { Image, View } from '@tarojs/components';
import { memo, useState } from 'react';
import { Icon } from './Icon';
import './Picture.scss';

/**
 * A picture on a soft ground: shimmers while it loads, shows a quiet sign when it cannot be had. Fills its
 * parent; `alt` is what a screen reader says.
 */
export const Picture = memo(function Picture({ src, alt, fit = 'cover', soon = false }: PictureProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  return (
    <View className={`picture picture--${state}`}>
      {state === 'failed' ? (
        <Icon name="picture-off" size={24} />
      ) : (
        <Image
          className="picture__image"
          src={src}
          mode={fit === 'cover' ? 'aspectFill' : 'aspectFit'}
          lazyLoad={!soon}
          {...described(alt)}
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
      )}
    </View>
  );
});
interface PictureProps {
  /** An address that `<Image>` loads; for a stored file, `pictureUrl(fileId)`. */
  src: string;
  alt: string;
  fit?: 'cover' | 'contain';
  /** On the first screen: load at once. */
  soon?: boolean;
}

/** A browser's picture has its words in `alt`; WeChat's has a label. */
const described = (alt: string): object =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt } } : { ariaLabel: alt };

import { Image } from '@tarojs/components';
import { useMemo } from 'react';
import { qrImage } from './qrImage';
import './ScannableCode.scss';

/** A QR code as a picture: WeChat reads it, keeps it or sends it on when it is pressed long. */
export function ScannableCode({ text, label }: { text: string; label: string }) {
  const image = useMemo(() => qrImage(text), [text]);
  return <Image className="scannable-code" src={image} ariaLabel={label} showMenuByLongpress />;
}

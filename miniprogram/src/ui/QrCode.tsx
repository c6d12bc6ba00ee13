import { View } from '@tarojs/components';
import { useMemo } from 'react';
import './QrCode.scss';
import { qrImage } from './qrImage';

/** A QR code of a short text, dark on white by day and night: that is what scanners read best. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const image = useMemo(() => `url("${qrImage(text)}")`, [text]);
  return <View className="qr-code" role="img" ariaLabel={label} style={{ backgroundImage: image }} />;
}

import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import './Skeleton.scss';

/** A grey place where something will be; sizes as in CSS. */
export function Skeleton({ width = '100%', height = '1em', round = false }: SkeletonProps) {
  return <View className={`skeleton ${round ? 'skeleton--round' : ''}`} style={{ width, height }} aria-hidden="true" />;
}
interface SkeletonProps {
  width?: string;
  height?: string;
  round?: boolean;
}

const rows = ['first', 'second', 'third'];

/** Cards of lines, for lists that load. */
export function SkeletonList() {
  return (
    <View className="skeleton-list" role="status" ariaLabel="正在加载">
      {rows.map((row) => (
        <View className="skeleton-list__row" key={row}>
          <Skeleton width="72px" height="72px" />
          <View className="skeleton-list__lines">
            <Skeleton width="70%" />
            <Skeleton width="45%" />
            <Skeleton width="30%" />
          </View>
        </View>
      ))}
      <SlowNote />
    </View>
  );
}

/** After so long, in ms, a person wonders whether anything still happens. */
const patience = 2_000;

/** Says after a while that it still loads; for places where something will be. */
export function SlowNote() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return <View className="slow-note">{slow && <Text>网络有点慢，还在加载…</Text>}</View>;
}

import { View } from '@tarojs/components';
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
    </View>
  );
}

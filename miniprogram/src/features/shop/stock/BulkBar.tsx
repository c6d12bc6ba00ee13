import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import './BulkBar.scss';

/** Stays in reach while many are chosen. */
export function BulkBar({ count, onAll, onNext }: { count: number; onAll(): void; onNext(): void }) {
  return (
    <View className="bulk-bar">
      <Text className="bulk-bar__count">{`已选 ${count} 款`}</Text>
      <Button id="bulk-all" size="s" kind="quiet" onPress={onAll}>
        选前 30 款
      </Button>
      <Button id="bulk-next" size="s" disabled={count === 0} onPress={onNext}>
        一起改
      </Button>
    </View>
  );
}

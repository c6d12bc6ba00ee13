import type { Place } from '@shared/kernel/geo';
import { View } from '@tarojs/components';
import { chooseLocation } from '@/platform/chooseLocation';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';

/** A way to a place by its name; the same in both targets. */
export interface PlaceSearchProps {
  /** Where to begin. */
  from: Place;
  onFound(place: Place, name: string): void;
}

/** WeChat's own map, which finds addresses and names. */
export function PlaceSearch({ from, onFound }: PlaceSearchProps) {
  const searching = useAction(async () => {
    const found = await chooseLocation(from);
    if (found) onFound(found.place, found.name);
  });
  return (
    <View className="place-search">
      <Button
        id="search-place"
        size="s"
        kind="second"
        icon="search"
        busy={searching.busy}
        onPress={() => void searching.run()}
      >
        按地址或名称找
      </Button>
    </View>
  );
}

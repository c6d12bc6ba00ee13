import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import type { PlaceSearchProps } from './PlaceSearch';
import { towns } from './towns';

/** A browser has no map of WeChat's to search in; there, the demo's towns stand for it. */
export function PlaceSearch({ onFound }: PlaceSearchProps) {
  return (
    <View className="place-search">
      {towns.slice(0, 3).map(({ id, name, place }) => (
        <Button key={id} id={`place-${id}`} size="s" kind="quiet" onPress={() => onFound(place, name)}>
          {name}
        </Button>
      ))}
    </View>
  );
}

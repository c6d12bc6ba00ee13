import { trades } from '@shared/shop/trades';
import { ScrollView, View } from '@tarojs/components';
import { Icon, type IconName } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { tradeIcon } from './tradeIcon';
import { tradeText } from './tradeText';
import type { Filters } from './useNearbyList';
import './NearbyFilters.scss';

interface NearbyFiltersProps {
  filters: Filters;
  onChange(change: Partial<Filters>): void;
}

/** One row of what to look for; a second tap takes it back. */
export function NearbyFilters({ filters, onChange }: NearbyFiltersProps) {
  const { openNow, delivers, favourites, trade: chosen } = filters;
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="near-filters">
      <View className="near-filters__row">
        <Chip id="open" icon="clock" text="营业中" on={openNow} onPress={() => onChange({ openNow: !openNow })} />
        <Chip
          id="delivers"
          icon="truck"
          text="送得到"
          on={delivers}
          onPress={() => onChange({ delivers: !delivers })}
        />
        <Chip
          id="favourites"
          icon="heart"
          text="收藏"
          on={favourites}
          onPress={() => onChange({ favourites: !favourites })}
        />
        {trades.map((trade) => (
          <Chip
            key={trade}
            id={trade}
            icon={tradeIcon[trade]}
            text={tradeText[trade]}
            on={trade === chosen}
            onPress={() => onChange({ trade: trade === chosen ? undefined : trade })}
          />
        ))}
      </View>
    </ScrollView>
  );
}

function Chip({ id, icon, text, on, onPress }: ChipProps) {
  return (
    <Pressable
      id={`near-filter-${id}`}
      role="checkbox"
      chosen={on}
      label={on ? `${text}，已选` : text}
      className={`near-filters__chip ${on ? 'near-filters__chip--on' : ''}`}
      onPress={onPress}
    >
      <Icon name={icon} size={15} />
      {text}
    </Pressable>
  );
}
interface ChipProps {
  id: string;
  icon: IconName;
  text: string;
  on: boolean;
  onPress(): void;
}

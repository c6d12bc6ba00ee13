import { Picker, View } from '@tarojs/components';
import './RegionInput.scss';

/** A place to say where in China; the same in both targets. */
export interface RegionInputProps {
  id: string;
  /** Province, city, district; empty before the first choice. */
  value: readonly string[];
  onChange(region: readonly string[]): void;
}

/** WeChat's own wheel of provinces, cities and districts. */
export function RegionInput({ id, value, onChange }: RegionInputProps) {
  return (
    <Picker id={id} mode="region" value={[...value]} onChange={(event) => onChange(event.detail.value)}>
      <View className={`region-input ${value.length > 0 ? '' : 'region-input--empty'}`}>
        {value.length > 0 ? value.join(' ') : '请选择省、市、区'}
      </View>
    </Picker>
  );
}

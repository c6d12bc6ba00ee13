import { Picker, View } from '@tarojs/components';
import './TimeInput.scss';

/** A time of day, `08:30`, from a wheel. */
export function TimeInput({ id, label, value, onChange }: TimeInputProps) {
  return (
    <Picker id={id} mode="time" value={value} onChange={(event) => onChange(String(event.detail.value))}>
      <View className="time-input" ariaLabel={`${label} ${value}`}>
        {value}
      </View>
    </Picker>
  );
}
interface TimeInputProps {
  id: string;
  label: string;
  value: string;
  onChange(value: string): void;
}

import { chinaDay, chinaTimeOfDay, momentAt } from '@shared/kernel/chinaTime';
import { Picker, View } from '@tarojs/components';
import './MomentInput.scss';
import { TimeInput } from './TimeInput';

/** A moment (ms since 1970), as a day and a time of China's clocks, each from a wheel. */
export function MomentInput({ id, label, value, onChange }: MomentInputProps) {
  const day = chinaDay(value);
  const time = chinaTimeOfDay(value);
  return (
    <View className="moment-input">
      <Picker
        id={`${id}-day`}
        mode="date"
        value={day}
        onChange={(event) => onChange(momentAt(String(event.detail.value), time))}
      >
        <View className="moment-input__day" ariaLabel={`${label}日期 ${day}`}>
          {day}
        </View>
      </Picker>
      <TimeInput
        id={`${id}-time`}
        label={`${label}时间`}
        value={time}
        onChange={(chosen) => onChange(momentAt(day, chosen))}
      />
    </View>
  );
}
interface MomentInputProps {
  id: string;
  label: string;
  value: number;
  onChange(value: number): void;
}

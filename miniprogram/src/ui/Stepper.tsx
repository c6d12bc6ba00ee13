import { Text, View } from '@tarojs/components';
import { IconButton } from './Button';
import './Stepper.scss';

interface StepperProps {
  id?: string;
  value: number;
  min?: number;
  max: number;
  /** What is counted, for screen readers. */
  label: string;
  onChange(value: number): void;
}

/** A number with one step down and one step up; it never leaves `min`–`max`. */
export function Stepper({ id, value, min = 1, max, label, onChange }: StepperProps) {
  return (
    <View className="stepper">
      <IconButton
        {...(id && { id: `${id}-less` })}
        icon="minus"
        size={16}
        label={`减少${label}`}
        disabled={value <= min}
        className={value <= min ? 'stepper__off' : ''}
        onPress={() => onChange(value - 1)}
      />
      <Text className="stepper__value">{`${value}`}</Text>
      <IconButton
        {...(id && { id: `${id}-more` })}
        icon="plus"
        size={16}
        label={`增加${label}`}
        disabled={value >= max}
        className={value >= max ? 'stepper__off' : ''}
        onPress={() => onChange(value + 1)}
      />
    </View>
  );
}

import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { Pressable } from './Pressable';
import './Check.scss';

interface CheckProps {
  id?: string;
  checked: boolean;
  label: string;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** A round tick to choose something by. */
export function Check({ id, checked, label, disabled = false, onChange }: CheckProps) {
  const look = disabled ? 'check__disc--off' : checked ? 'check__disc--on' : '';
  return (
    <Pressable
      {...(id && { id })}
      role="checkbox"
      label={checked ? `${label}，已选` : label}
      chosen={checked}
      disabled={disabled}
      className="check"
      onPress={() => onChange(!checked)}
    >
      <View className={`check__disc ${look}`}>{checked && <Icon name="check" size={14} />}</View>
    </Pressable>
  );
}

import { Text, View } from '@tarojs/components';
import { Check } from './Check';
import './CheckRow.scss';

/** A sentence that is so or not, with its tick at the right edge; `hint` says what follows from it. */
export function CheckRow({ id, text, hint, checked, onChange }: CheckRowProps) {
  return (
    <View className="check-row">
      <View className="check-row__words">
        <Text>{text}</Text>
        {hint && <Text className="check-row__hint">{hint}</Text>}
      </View>
      <Check {...(id && { id })} checked={checked} label={text} onChange={onChange} />
    </View>
  );
}
interface CheckRowProps {
  id?: string;
  text: string;
  hint?: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

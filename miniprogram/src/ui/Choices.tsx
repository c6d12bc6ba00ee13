import { View } from '@tarojs/components';
import { Pressable } from './Pressable';
import './Choices.scss';

interface ChoicesProps<Key extends string> {
  /** Each choice's id is this and its key. */
  id?: string;
  /** `dim`: it can be chosen, but will not do as things stand; whoever shows it says why. */
  choices: readonly { key: Key; text: string; dim?: boolean }[];
  chosen: Key;
  onChoose(key: Key): void;
}

/** A few words of which one is chosen; they wrap. */
export function Choices<Key extends string>({ id, choices, chosen, onChoose }: ChoicesProps<Key>) {
  return (
    <View className="choices" role="radiogroup">
      {choices.map(({ key, text, dim }) => (
        <Pressable
          key={key}
          {...(id && { id: `${id}-${key}` })}
          role="radio"
          chosen={key === chosen}
          label={key === chosen ? `${text}，已选` : text}
          className={`choices__choice ${dim ? 'choices__choice--dim' : ''} ${key === chosen ? 'choices__choice--on' : ''}`}
          onPress={() => onChoose(key)}
        >
          {text}
        </Pressable>
      ))}
    </View>
  );
}

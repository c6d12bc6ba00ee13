import { ScrollView, View } from '@tarojs/components';
import { Pressable } from './Pressable';
import './Tabs.scss';

interface TabsProps<Key extends string> {
  tabs: readonly { key: Key; text: string }[];
  chosen: Key;
  onChoose(key: Key): void;
}

/** One row of words to choose from; it scrolls sideways when the screen is too narrow. */
export function Tabs<Key extends string>({ tabs, chosen, onChoose }: TabsProps<Key>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="tabs">
      <View className="tabs__row" role="tablist">
        {tabs.map(({ key, text }) => (
          <Pressable
            key={key}
            id={`tab-${key}`}
            role="tab"
            chosen={key === chosen}
            label={key === chosen ? `${text}，已选` : text}
            className={`tabs__tab ${key === chosen ? 'tabs__tab--on' : ''}`}
            onPress={() => onChoose(key)}
          >
            {text}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}

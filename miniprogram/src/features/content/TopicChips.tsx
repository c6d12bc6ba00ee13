import { type Topic, topics, topicText } from '@shared/content/topics';
import { ScrollView, Text, View } from '@tarojs/components';
import { Pressable } from '@/ui/Pressable';
import './TopicChips.scss';

interface TopicChipsProps {
  /** None for all of them. */
  chosen: Topic | undefined;
  onChoose(topic: Topic | undefined): void;
}

/** What to read about; a second tap on what is chosen shows everything again. */
export function TopicChips({ chosen, onChoose }: TopicChipsProps) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="topic-chips">
      <View className="topic-chips__row" role="radiogroup">
        {topics.map((topic) => {
          const on = topic === chosen;
          return (
            <Pressable
              key={topic}
              id={`topic-${topic}`}
              role="radio"
              chosen={on}
              label={on ? `${topicText[topic]}，已选` : topicText[topic]}
              className={`topic-chips__chip ${on ? 'topic-chips__chip--on' : ''}`}
              onPress={() => onChoose(on ? undefined : topic)}
            >
              <Text className="topic-chips__word">{topicText[topic]}</Text>
            </Pressable>
          );
        })}
      </View>
    </ScrollView>
  );
}

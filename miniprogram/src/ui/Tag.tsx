import { Text } from '@tarojs/components';
import './Tag.scss';

/** A word on a coloured ground. */
export function Tag({ text, tone = 'gold' }: { text: string; tone?: 'gold' | 'jade' | 'action' | 'seal' | 'plain' }) {
  return <Text className={`tag tag--${tone}`}>{text}</Text>;
}

import { View } from '@tarojs/components';
import type { ListEndState } from '@/platform/usePages';
import { Pressable } from './Pressable';
import './ListEnd.scss';

/** The foot of a list that is read in pages. */
export function ListEnd({ state, onMore }: { state: ListEndState; onMore(): void }) {
  const text = { more: '查看更多', loading: '正在加载…', failed: '没有加载出来，点此再试', end: '没有更多了' }[state];
  const isTap = state === 'more' || state === 'failed';
  // In a view of its own: Taro sends all of a parent's children anew when one of them is exchanged.
  return (
    <View>
      {isTap ? (
        <Pressable id="list-more" className="list-end" onPress={onMore}>
          {text}
        </Pressable>
      ) : (
        <View className="list-end">{text}</View>
      )}
    </View>
  );
}

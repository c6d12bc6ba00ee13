import { View } from '@tarojs/components';
import './Problem.scss';

/** What is wrong with what was typed above it, read out when it appears; nothing while nothing is. */
export const Problem = ({ text }: { text: string | undefined }) =>
  text ? (
    <View className="problem" role="alert">
      {text}
    </View>
  ) : null;

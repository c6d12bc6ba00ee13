import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Snackbar } from './Snackbar';
import './Screen.scss';

/** A page: its content, and a bar at the bottom that stays in reach of the thumb. */
export function Screen({ children, bar }: { children: ReactNode; bar?: ReactNode }) {
  return (
    <View className="screen">
      <View className="screen__body">{children}</View>
      <View className="screen__foot">
        <Snackbar />
        {bar && <View className="screen__bar">{bar}</View>}
      </View>
    </View>
  );
}

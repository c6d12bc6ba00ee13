import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { showSnack } from '@/platform/snacks';
import { useHidden } from '@/platform/useHidden';
import { Snackbar } from './Snackbar';
import './Screen.scss';

/** A page: its content, and a bar at the bottom that stays in reach of the thumb. */
export function Screen({ children, bar }: { children: ReactNode; bar?: ReactNode }) {
  // What was said on this page is not about the next one.
  useHidden(() => showSnack(undefined));
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

import { Text, View } from '@tarojs/components';
import { useEffect, useSyncExternalStore } from 'react';
import { type Snack, showSnack, snacks } from '@/platform/snacks';
import { Pressable } from './Pressable';
import './Snackbar.scss';

/** How long a message stays, in milliseconds; one that offers an undo stays longer. */
const plainFor = 2_400;
const withActionFor = 5_000;

/** Shows what `showSnack` says, above the bottom bar. */
export function Snackbar() {
  const snack = useSyncExternalStore(snacks.subscribe, snacks.read, snacks.read);

  useEffect(() => {
    if (!snack) return;
    const timer = setTimeout(() => showSnack(undefined), snack.action ? withActionFor : plainFor);
    return () => clearTimeout(timer);
  }, [snack]);

  // In a view that stays: Taro sends all of a parent's children anew when one of them comes or goes.
  return <View>{snack && <Said snack={snack} />}</View>;
}

function Said({ snack: { text, action } }: { snack: Snack }) {
  const act = () => {
    showSnack(undefined);
    action?.run();
  };
  return (
    <View className="snackbar" role="alert">
      <Text className="snackbar__text">{text}</Text>
      {action && (
        <Pressable id="snack-action" className="snackbar__action" onPress={act}>
          {action.label}
        </Pressable>
      )}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { showSnack } from '@/platform/snacks';
import { useDialog } from '@/platform/useDialog';
import { IconButton } from './Button';
import { Pressable } from './Pressable';
import { Snackbar } from './Snackbar';
import './Sheet.scss';

interface SheetProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Stays in sight below the content. */
  bar?: ReactNode;
  onClose(): void;
}

/** A panel from the bottom edge, for one decision; a tap beside it closes it. */
export function Sheet({ open, title, children, bar, onClose }: SheetProps) {
  useDialog(open, onClose);
  useEffect(() => {
    // What was said before would lie over the sheet's own content.
    if (open) showSnack(undefined);
  }, [open]);
  if (!open) return null;
  return (
    <View className="sheet">
      <Pressable className="sheet__veil" label="关闭" onPress={onClose} />
      <View className="sheet__panel" role="dialog" ariaLabel={title}>
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <IconButton icon="close" label="关闭" onPress={onClose} />
        </View>
        <View className="sheet__body">{children}</View>
        <View className="sheet__foot">
          <Snackbar />
          {bar && <View className="sheet__bar">{bar}</View>}
        </View>
      </View>
    </View>
  );
}

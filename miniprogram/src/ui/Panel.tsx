import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Panel.scss';

/** A card that groups what belongs together. */
export function Panel({ title, children, flush = false }: { title?: string; children: ReactNode; flush?: boolean }) {
  return (
    <View className={`panel ${flush ? 'panel--flush' : ''}`}>
      {title && <Text className="panel__title">{title}</Text>}
      {children}
    </View>
  );
}

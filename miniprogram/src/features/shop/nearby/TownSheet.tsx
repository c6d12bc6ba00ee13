import { Text } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { type Town, towns } from './towns';
import './TownSheet.scss';

/** Asks where to look, of those who do not say where they are. */
export function TownSheet({ open, onChoose, onClose }: TownSheetProps) {
  return (
    <Sheet open={open} title="看哪儿的店" onClose={onClose}>
      {towns.map((town) => (
        <Pressable key={town.id} id={`town-${town.id}`} className="town-sheet__town" onPress={() => onChoose(town)}>
          <Icon name="pin" size={18} />
          <Text className="town-sheet__name">{town.name}</Text>
          <Icon name="right" size={18} />
        </Pressable>
      ))}
    </Sheet>
  );
}
interface TownSheetProps {
  open: boolean;
  onChoose(town: Town): void;
  onClose(): void;
}

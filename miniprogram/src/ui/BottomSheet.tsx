import { type ITouchEvent, View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { Pressable } from './Pressable';
import './BottomSheet.scss';

/** How far a bottom sheet is out: one card, half of the screen, all of it. */
export type SheetStop = 'peek' | 'half' | 'full';

const stops: readonly SheetStop[] = ['peek', 'half', 'full'];
/** A finger that moved less, in px, meant nothing by it. */
const leastPull = 24;
/** From here on it meant two stops. */
const longPull = 260;

interface BottomSheetProps {
  stop: SheetStop;
  onStop(stop: SheetStop): void;
  /** Stays in sight; the sheet is pulled by it. */
  head: ReactNode;
  children: ReactNode;
}

/** A sheet on the lower edge of what is behind it, say a map. It follows the finger and comes to rest at a stop. */
export function BottomSheet({ stop, onStop, head, children }: BottomSheetProps) {
  const from = useRef<number>();
  const [pulled, setPulled] = useState(0);
  const begin = (event: object) => {
    from.current = fingerOf(event);
  };
  const follow = (event: object) => {
    const now = fingerOf(event);
    if (from.current !== undefined && now !== undefined) setPulled(Math.round(from.current - now));
  };
  const rest = () => {
    from.current = undefined;
    setPulled(0);
    if (Math.abs(pulled) >= leastPull) onStop(stopAfter(stop, pulled));
  };
  return (
    <View
      className={`bottom-sheet bottom-sheet--${stop} ${pulled === 0 ? '' : 'bottom-sheet--pulled'}`}
      style={{ marginTop: `${-pulled}px` }}
    >
      <View
        id="sheet-head"
        className="bottom-sheet__head"
        onTouchStart={begin}
        onTouchMove={follow}
        onTouchEnd={rest}
        onTouchCancel={rest}
      >
        <Pressable
          id="sheet-handle"
          label={handleLabel[stop]}
          className="bottom-sheet__handle"
          onPress={() => onStop(afterTap[stop])}
        >
          <View className="bottom-sheet__grip" />
        </Pressable>
        {head}
      </View>
      <View className="bottom-sheet__body">{children}</View>
    </View>
  );
}

/** A tap on the handle goes round, for whoever has no finger to pull with. */
const afterTap: Record<SheetStop, SheetStop> = { peek: 'half', half: 'full', full: 'peek' };
const handleLabel: Record<SheetStop, string> = { peek: '展开列表', half: '列表占满屏幕', full: '收起列表' };

// Taro's typings of View leave the touches out.
const fingerOf = (event: object): number | undefined => (event as Partial<ITouchEvent>).touches?.[0]?.clientY;

function stopAfter(stop: SheetStop, pulled: number): SheetStop {
  const steps = Math.sign(pulled) * (Math.abs(pulled) > longPull ? 2 : 1);
  const index = Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + steps));
  return stops[index] ?? stop;
}

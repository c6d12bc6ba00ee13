import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { refusalText } from '../refusalText';
import { keyOf, type StockDeed } from './StockDeed';
import type { Conflict } from './StockQueue';
import './UnsyncedPanel.scss';
import { deedText, type WayOut, waysOut } from './waysOut';

interface UnsyncedPanelProps {
  waiting: readonly StockDeed[];
  conflicts: readonly Conflict[];
  onSend(): void;
  onSettle(conflict: Conflict, way: WayOut): void;
}

/** What the shop does not know yet, and what it refused, each with the ways out. Nothing while all is booked. */
export function UnsyncedPanel({ waiting, conflicts, onSend, onSettle }: UnsyncedPanelProps) {
  if (waiting.length === 0 && conflicts.length === 0) return null;
  return (
    <Panel flush>
      {waiting.length > 0 && (
        <View id="stock-waiting" className="unsynced__waiting" role="status">
          <Text>{`${waiting.length} 笔改动待同步`}</Text>
          <Button id="stock-send" size="s" kind="second" icon="refresh" onPress={onSend}>
            马上同步
          </Button>
        </View>
      )}
      {conflicts.map((conflict) => (
        <ConflictRow key={keyOf(conflict.deed)} conflict={conflict} onSettle={onSettle} />
      ))}
    </Panel>
  );
}

function ConflictRow({ conflict, onSettle }: { conflict: Conflict; onSettle(conflict: Conflict, way: WayOut): void }) {
  const { deed, refusal } = conflict;
  return (
    <View id={`conflict-${deed.skuId}`} className="unsynced__conflict">
      <Text className="unsynced__what">{`${deed.name} ${deedText(deed)}`}</Text>
      <Text className="unsynced__why">{refusalText(refusal)}</Text>
      <View className="unsynced__ways">
        {waysOut(conflict).map((way) => (
          <Button
            key={way.key}
            id={`settle-${deed.skuId}-${way.key}`}
            size="s"
            kind={way.instead ? 'second' : 'quiet'}
            onPress={() => onSettle(conflict, way)}
          >
            {way.text}
          </Button>
        ))}
      </View>
    </View>
  );
}

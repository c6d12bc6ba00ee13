import { useMemo, useSyncExternalStore } from 'react';
import { showSnack } from '@/platform/snacks';
import { refusalText } from '../refusalText';
import { keyOf, type StockDeed } from './StockDeed';
import type { Conflict, Settled } from './StockQueue';
import { sendStockDeeds, theStockQueue } from './theStockQueue';

/** What a shop's people changed on this phone, and how it gets to the shop. `onChanged` reads the stock anew. */
export function useStockDeeds(shopId: string, onChanged: () => Promise<void>) {
  const queue = theStockQueue();
  const state = useSyncExternalStore(queue.subscribe, queue.read, queue.read);
  const own = useMemo(
    () => ({
      waiting: state.waiting.filter((deed) => deed.shopId === shopId),
      conflicts: state.conflicts.filter(({ deed }) => deed.shopId === shopId),
    }),
    [state, shopId],
  );

  const sendNow = async (...deeds: readonly StockDeed[]): Promise<void> => {
    const settled = await sendStockDeeds();
    tell(deeds, settled, (deed) => void undo(deed));
    if (settled.length > 0) await onChanged();
  };
  const undo = async (deed: StockDeed): Promise<void> => {
    if (!(await kept(queue.undo(deed)))) return;
    const { waiting } = queue.read();
    const undoing = waiting.find((each) => each.kind === 'undo' && each.moveId === deed.moveId);
    if (undoing) await sendNow(undoing);
    else showSnack({ text: '已撤销' });
  };
  return {
    ...own,
    /** Whether the phone has kept them; they are sent at once, and nobody has to wait for that. */
    add: async (...deeds: readonly StockDeed[]): Promise<boolean> => {
      if (!(await kept(queue.add(...deeds)))) return false;
      void sendNow(...deeds);
      return true;
    },
    settle: async (conflict: Conflict, ...instead: readonly StockDeed[]): Promise<void> => {
      if ((await kept(queue.settle(conflict, ...instead))) && instead.length > 0) await sendNow(...instead);
    },
    send: () => void sendNow(),
  };
}

async function kept(keeping: Promise<void>): Promise<boolean> {
  try {
    await keeping;
    return true;
  } catch {
    showSnack({ text: '手机存不下了，这次没有记下，请清理后再试' });
    return false;
  }
}

/** Says what became of what was just done. */
function tell(deeds: readonly StockDeed[], settled: readonly Settled[], undo: (deed: StockDeed) => void): void {
  const [deed, ...others] = deeds;
  if (!deed) return;
  if (others.length > 0) {
    tellOfMany(deeds, settled);
    return;
  }
  const reply = settled.find((each) => keyOf(each.deed) === keyOf(deed))?.reply;
  const takeBack = { label: '撤销', run: () => undo(deed) };
  if (!reply) {
    const action = deed.kind === 'undo' ? {} : { action: takeBack };
    showSnack({ text: '信号不好，先记在手机里，连上后自动同步', ...action });
  } else if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
  else if (deed.kind === 'undo') showSnack({ text: `已撤销，库存恢复为 ${reply.value.stock} 件` });
  else showSnack({ text: `${deed.name} 现有 ${reply.value.stock} 件`, action: takeBack });
}

function tellOfMany(deeds: readonly StockDeed[], settled: readonly Settled[]): void {
  const keys = new Set(deeds.map(keyOf));
  const own = settled.filter(({ deed }) => keys.has(keyOf(deed)));
  const refused = own.filter(({ reply }) => !reply.ok).length;
  const waiting = deeds.length - own.length;
  const parts = [
    `${own.length - refused} 款已入账`,
    refused > 0 && `${refused} 款要您处理`,
    waiting > 0 && `${waiting} 款待同步`,
  ];
  showSnack({ text: parts.filter(Boolean).join('，') });
}

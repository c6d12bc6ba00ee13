import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from '../refusalText';

/** Takes over what the official account has published, page by page, and says how far it is. */
export function useSync(shopId: string, onDone: () => void) {
  const [progress, setProgress] = useState<string>();

  /** What came of the account's articles from `from` on; nothing when WeChat refused, which was told. */
  async function sync(from: number): Promise<Taken | undefined> {
    const reply = await call('content.syncFromOfficialAccount', { shopId, from });
    if (!reply.ok) {
      showSnack({ text: refusalText(reply.refusal) });
      return undefined;
    }
    const { added, updated, tooLong, total, next } = reply.value;
    const here = { added, updated, tooLong: tooLong.length };
    setProgress(`已读 ${next ?? total} / ${total}`);
    if (next === undefined) return here;
    const rest = await sync(next);
    return (
      rest && {
        added: here.added + rest.added,
        updated: here.updated + rest.updated,
        tooLong: here.tooLong + rest.tooLong,
      }
    );
  }

  const syncing = useAction(async () => {
    try {
      const taken = await sync(0);
      if (taken) showSnack({ text: takenText(taken) });
    } finally {
      setProgress(undefined);
    }
    onDone();
  });

  return { progress, busy: syncing.busy, run: () => void syncing.run() };
}

/** How many articles came, changed, or were too long. */
interface Taken {
  added: number;
  updated: number;
  tooLong: number;
}

const takenText = ({ added, updated, tooLong }: Taken): string =>
  `新收 ${added} 篇，更新 ${updated} 篇，都在草稿里${tooLong > 0 ? `；${tooLong} 篇太长没有收下` : ''}`;

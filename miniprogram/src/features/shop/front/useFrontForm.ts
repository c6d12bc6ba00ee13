import { useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { goBack } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';
import { type FrontDraft, frontDraftOf, frontOf, frontProblems } from './frontDraft';

/** The front of a shop that is being written. Problems are shown once somebody tries to save. */
export function useFrontForm(shopId: string) {
  const front = useCall('shop.getShopFront', { shopId });
  const [draft, setDraft] = useState<FrontDraft>();
  const [tried, setTried] = useState(false);
  const { data } = front;

  useEffect(() => {
    // Only once: what is being typed is not overwritten by what the page reads when it is shown again.
    if (data) setDraft((typed) => typed ?? frontDraftOf(data));
  }, [data]);

  const save = useAction(async (wanted: FrontDraft) => {
    const reply = await call('shop.saveShopFront', frontOf(wanted, shopId));
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    // Whoever edits it again begins with what was read last.
    await front.refresh();
    showSnack({ text: '店面已更新' });
    goBack();
  });
  return {
    front,
    draft,
    problems: tried && draft ? frontProblems(draft) : {},
    change: (change: (draft: FrontDraft) => FrontDraft) => setDraft((now) => now && change(now)),
    busy: save.busy,
    save: () => {
      setTried(true);
      if (draft && Object.keys(frontProblems(draft)).length === 0) void save.run(draft);
    },
  };
}

import { useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { goBack } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';
import { type FrontDraft, frontDraftOf, frontProblems } from './frontDraft';

/** The front of a shop that is being written. Problems are shown once somebody tries to save. */
export function useFrontForm(shopId: string) {
  const home = useCall('shop.getShopHome', { shopId });
  const [draft, setDraft] = useState<FrontDraft>();
  const [tried, setTried] = useState(false);
  const { data } = home;

  useEffect(() => {
    // Only once: what is being typed is not overwritten by what the page reads when it is shown again.
    if (data) setDraft((typed) => typed ?? frontDraftOf(data));
  }, [data]);

  const save = useAction(async (wanted: FrontDraft) => {
    const reply = await call('shop.saveShopFront', { shopId, ...wanted });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    // The shop's own page is where the person goes, and it shows what was read last.
    await home.refresh();
    showSnack({ text: '店面已更新' });
    goBack();
  });
  return {
    home,
    draft,
    problems: tried && draft ? frontProblems(draft) : {},
    change: (part: Partial<FrontDraft>) => setDraft((now) => now && { ...now, ...part }),
    busy: save.busy,
    save: () => {
      setTried(true);
      if (draft && Object.keys(frontProblems(draft)).length === 0) void save.run(draft);
    },
  };
}

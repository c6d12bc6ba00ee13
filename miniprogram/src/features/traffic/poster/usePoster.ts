import { useCallback, useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { paint } from '@/platform/paint';
import { saveToAlbum } from '@/platform/saveToAlbum';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { noteVisit } from '../noteVisit';
import { refusalText } from '../refusalText';
import { posterOf } from './posterOf';
import type { PosterSubject } from './posterSubject';

/** Paints a poster once it is asked for; saving it counts as a share. */
export function usePoster(shown: PosterSubject, canvasId: string) {
  // The page reads it again whenever it is shown; a poster is painted once.
  const [{ target, shopId, content }] = useState(shown);
  const [address, setAddress] = useState<string>();
  /** Why WeChat made no code. */
  const [because, setBecause] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [forbidden, setForbidden] = useState(false);

  const make = useCallback(async () => {
    setFailed(false);
    try {
      const reply = await call('traffic.makePosterCode', { target });
      if (reply.ok) setAddress(await paint(canvasId, posterOf({ ...content, code: reply.value.picture })));
      else setBecause(refusalText(reply.refusal));
    } catch {
      // The sheet says so and lets the person try again.
      setFailed(true);
    }
  }, [target, content, canvasId]);
  useEffect(() => {
    void make();
  }, [make]);

  const saving = useAction(async () => {
    if (!address) return;
    const outcome = await saveToAlbum(address);
    setForbidden(outcome === 'denied');
    if (outcome !== 'saved') return;
    noteVisit({ kind: 'share', shopId });
    showSnack({ text: '已保存，发给朋友或印出来都行' });
  });
  return {
    ...{ address, because, failed, forbidden, saving: saving.busy },
    save: () => void saving.run(),
    retry: () => void make(),
  };
}

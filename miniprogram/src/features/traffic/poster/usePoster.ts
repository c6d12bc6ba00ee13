import type { Output } from '@shared/contract';
import { useCallback, useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { paint } from '@/platform/paint';
import { saveToAlbum } from '@/platform/saveToAlbum';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { noteVisit } from '../noteVisit';
import { refusalText } from '../refusalText';
import { posterOf } from './posterOf';

/** A product as its page knows it. */
export type PosterProduct = Output<'shop.getProduct'>;

/** Paints the poster of a product once it is asked for; saving it counts as a share. */
export function usePoster(shown: PosterProduct, canvasId: string) {
  // The page reads it again whenever it is shown; a poster is painted once.
  const [product] = useState(shown);
  const [address, setAddress] = useState<string>();
  /** Why WeChat made no code. */
  const [because, setBecause] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [forbidden, setForbidden] = useState(false);

  const make = useCallback(async () => {
    setFailed(false);
    try {
      const reply = await call('traffic.makePosterCode', { productId: product.productId });
      if (reply.ok) setAddress(await paint(canvasId, posterOf(contentOf(product, reply.value.picture))));
      else setBecause(refusalText(reply.refusal));
    } catch {
      // The sheet says so and lets the person try again.
      setFailed(true);
    }
  }, [product, canvasId]);
  useEffect(() => {
    void make();
  }, [make]);

  const saving = useAction(async () => {
    if (!address) return;
    const outcome = await saveToAlbum(address);
    setForbidden(outcome === 'denied');
    if (outcome !== 'saved') return;
    noteVisit({ kind: 'share', shopId: product.shopId });
    showSnack({ text: '已保存，发给朋友或印出来都行' });
  });
  return {
    ...{ address, because, failed, forbidden, saving: saving.busy },
    save: () => void saving.run(),
    retry: () => void make(),
  };
}

function contentOf({ name, subtitle, skus, shopName, pictures }: PosterProduct, code: string) {
  const prices = skus.map(({ price }) => price);
  const price = prices.reduce((one, other) => (other < one ? other : one));
  const pricesDiffer = prices.some((each) => each !== price);
  return { name, subtitle, price, pricesDiffer, shopName, picture: pictures[0] ?? code, code };
}

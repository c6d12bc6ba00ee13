import { chinaMomentText } from '@shared/kernel/chinaTime';
import { useEffect, useRef, useState } from 'react';
import { call } from '@/platform/call';
import { goBack } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';
import { copyOf, draftOf, newDraft, type ProductDraft, productOf, productProblems } from './productDraft';

interface Wanted {
  shopId: string;
  /** Missing for a new product. */
  productId: string | undefined;
  /** A new one, like that. */
  copy: boolean;
}

/** A product that is being written. Problems are shown at their places once somebody tries to save. */
export function useProductForm({ shopId, productId, copy }: Wanted) {
  const stored = useCall('shop.getMyProduct', productId === undefined ? null : { shopId, productId });
  const product = stored.data;
  const [draft, setDraft] = useState<ProductDraft | undefined>(() => (productId ? undefined : newDraft(newId())));
  const [tried, setTried] = useState(false);
  // What is saved twice, after a lost answer, is one save; after a change it is another.
  const saveId = useRef(newId());

  useEffect(() => {
    // Only once: what is being typed is not overwritten by what the page reads when it is shown again.
    if (product) setDraft((typed) => typed ?? (copy ? copyOf(product, newId()) : draftOf(product)));
  }, [product, copy]);

  const save = useAction(async (wanted: ProductDraft) => {
    const reply = await call('shop.saveProduct', productOf(wanted, shopId, saveId.current));
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: savedText(wanted, Date.now()) });
    goBack();
  });

  const problems = tried && draft ? productProblems(draft, Date.now()) : {};
  return {
    draft,
    problems,
    saving: save.busy,
    /** Why there is nothing to edit: the product is not there, or cannot be had now. */
    lost: stored.refusal ? 'gone' : stored.fault ? 'away' : undefined,
    retry: () => void stored.refresh(),
    change: (change: (draft: ProductDraft) => ProductDraft) => {
      saveId.current = newId();
      setDraft((now) => now && change(now));
    },
    save: () => {
      setTried(true);
      if (!draft) return;
      const [problem] = Object.values(productProblems(draft, Date.now()));
      if (problem) showSnack({ text: problem });
      else void save.run(draft);
    },
  };
}

function savedText({ version, shelveFrom = 0 }: ProductDraft, now: number): string {
  if (shelveFrom > now) return `已保存，${chinaMomentText(shelveFrom)} 上架`;
  return version === 0 ? '已上架，顾客现在可以买' : '已保存';
}

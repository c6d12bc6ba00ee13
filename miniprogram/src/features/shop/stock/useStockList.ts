import { useState } from 'react';
import { scanCode } from '@/platform/scanCode';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';

/** Which of a shop's SKUs are shown. */
export type ShownStock = 'all' | 'low' | 'out';

/** A shop's stock, found by a filter, by words or by a barcode; `first` is the filter to begin with. */
export function useStockList(shopId: string, first: ShownStock) {
  const [show, setShow] = useState(first);
  const [typed, type] = useState('');
  const [words, setWords] = useState('');
  const list = usePages('shop.listStock', { shopId, ...(show !== 'all' && { show }), ...(words && { words }) });
  const search = (text: string) => {
    type(text.trim());
    setWords(text.trim());
  };
  const scanning = useAction(async () => {
    const code = await scanCode();
    if (code) search(code);
  });
  return {
    ...{ list, show, setShow, typed, words, search },
    type: (text: string) => {
      type(text);
      if (text === '') setWords('');
    },
    scan: () => void scanning.run(),
    /** Of the whole shop; 0 while nobody knows. */
    lowCount: list.pages?.[0]?.lowCount ?? 0,
    skus: list.pages?.flatMap((page) => page.skus) ?? [],
  };
}

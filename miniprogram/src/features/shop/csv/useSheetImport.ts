import type { Output } from '@shared/contract';
import { useRef, useState } from 'react';
import { call } from '@/platform/call';
import { type ChosenFile, chooseFile } from '@/platform/chooseFile';
import { handOutFile } from '@/platform/handOutFile';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from '../refusalText';

/** What an import would change, and what is wrong with the file. */
export type Preview = Output<'shop.previewImport'>;

/** As many characters of base64 as the shop takes: 200 KB. */
const longest = 270_000;

/** Goods as a file: handed out, chosen, looked at, and imported until nothing is left. */
export function useSheetImport(shopId: string) {
  const [file, setFile] = useState<ChosenFile>();
  const [preview, setPreview] = useState<Preview>();
  const [written, setWritten] = useState<number>();
  // One import is one, however often it is tried.
  const importId = useRef(newId());

  const hand = useAction(async () => {
    const reply = await call('shop.exportProducts', { shopId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    const { file: text, products, skus } = reply.value;
    if (await handOutFile('商品.csv', text)) showSnack({ text: `已导出 ${products} 件商品、${skus} 个规格` });
  });

  const choose = useAction(async () => {
    const chosen = await chooseFile('csv');
    if (!chosen) return;
    setPreview(undefined);
    setWritten(undefined);
    if (chosen.base64.length > longest) return showSnack({ text: '文件太大，一次最多 200 KB' });
    const reply = await call('shop.previewImport', { shopId, file: chosen.base64 });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    importId.current = newId();
    setFile(chosen);
    setPreview(reply.value);
  });

  const bring = useAction(async ({ base64 }: ChosenFile) => {
    let done = 0;
    for (let left = 1; left > 0; ) {
      const reply = await call('shop.importProducts', { shopId, importId: importId.current, file: base64 });
      if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
      done += reply.value.written;
      left = reply.value.left;
      setWritten(done);
    }
    setPreview(undefined);
    setFile(undefined);
  });

  return {
    ...{ file, preview, written },
    handing: hand.busy,
    hand: () => void hand.run(),
    choosing: choose.busy,
    choose: () => void choose.run(),
    bringing: bring.busy,
    bring: () => {
      if (file) void bring.run(file);
    },
  };
}

import type { PropsWithChildren } from 'react';
import { copyText } from '@/platform/copyText';
import { showSnack } from '@/platform/snacks';
import { Button } from './Button';

/** A browser has no chats: the link goes to the clipboard. */
export function ShareButton({ id, path, children }: PropsWithChildren<{ id: string; path: string }>) {
  const copy = async () => {
    await copyText(`${location.origin}${location.pathname}#${path}`);
    showSnack({ text: '链接已复制' });
  };
  return (
    <Button id={id} wide onPress={() => void copy()}>
      {children}
    </Button>
  );
}

import { Button } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Button.scss';
import './ShareButton.scss';

/** Opens WeChat's own choice of a chat; the page's `useShare` says what is sent, which must be `path`. */
export function ShareButton({ id, children }: PropsWithChildren<{ id: string; path: string }>) {
  return (
    <Button id={id} openType="share" className="button button--action button--m button--wide share-button">
      {children}
    </Button>
  );
}

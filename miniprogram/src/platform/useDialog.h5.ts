import { useEffect, useRef } from 'react';

/** The dialog takes the focus and gives it back; Escape closes it. */
export function useDialog(open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog]');
    const dialog = dialogs[dialogs.length - 1];
    dialog?.setAttribute('tabindex', '-1');
    dialog?.focus({ preventScroll: true });
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [open]);
}

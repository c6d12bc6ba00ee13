import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { refusalText } from '../refusalText';
import { useDeed } from '../useDeed';

/** Handing orders over at the counter against their codes; a code that is no good is told where it was typed. */
export function useHandOver(shopId: string, refresh: () => Promise<void>) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<{ code: string; text: string }>();
  const deed = useDeed(refresh);

  async function handOver(code: string): Promise<boolean> {
    setProblem(undefined);
    const reply = await call('order.verifyPickup', { shopId, code });
    if (!reply.ok) {
      const unknown = reply.refusal.code === 'NOT_FOUND';
      setProblem({ code, text: unknown ? '没有这个取货码，请核对后再输' : refusalText(reply.refusal) });
      return false;
    }
    const { receiverName, lines } = reply.value;
    const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    showSnack({ text: `核销成功，请把 ${pieces} 件商品交给 ${receiverName}` });
    return true;
  }
  return {
    isOpen,
    begin: () => {
      setProblem(undefined);
      setOpen(true);
    },
    close: () => setOpen(false),
    /** What is wrong with the code that was sent last. */
    problem,
    busy: deed.busy,
    verify: (code: string) =>
      deed.run(
        () => handOver(code),
        () => setOpen(false),
      ),
  };
}

import type { Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { useAction } from '@/platform/useAction';
import { refusalText } from './refusalText';

/** The welcome coupon that a message leads to: taken with one tap, and the same one when tapped again. */
export function useWelcome(token: string) {
  const [coupon, setCoupon] = useState<Output<'fan.claimWelcome'>>();
  const [problem, setProblem] = useState<string>();
  const taking = useAction(async () => {
    const reply = await call('fan.claimWelcome', { token });
    if (reply.ok) setCoupon(reply.value);
    else setProblem(reply.refusal.code === 'INVALID_INPUT' ? '这个链接不完整' : refusalText(reply.refusal));
  });
  return { coupon, problem, busy: taking.busy, take: () => void taking.run() };
}

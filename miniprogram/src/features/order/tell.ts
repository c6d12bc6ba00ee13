import type { Input, OperationName, RefusalIn } from '@shared/contract';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { refusalText } from './refusalText';

/** The operations of this domain. */
type OrderOperation = Extract<OperationName, `order.${string}`>;

/** Calls an operation and tells the person `done`, or why it was refused. Answers whether it was done; faults are thrown. */
export async function tell<Name extends OrderOperation>(
  name: Name,
  input: Input<Name>,
  done: string,
): Promise<boolean> {
  const reply = await call(name, input);
  // Every order operation refuses with a refusal of the order domain; the compiler cannot see it through `Name`.
  showSnack({ text: reply.ok ? done : refusalText(reply.refusal as RefusalIn<'order'>) });
  return reply.ok;
}

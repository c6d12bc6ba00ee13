import type { Address } from '@shared/order/shapes';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { forgetDraft } from '@/platform/useDraft';
import { refusalText } from './refusalText';

/** The shopper's address book; `onSaved` runs when an address was written. */
export function useAddresses(onSaved: (addressId: string) => void) {
  const book = useCall('order.listAddresses', {});

  const saving = useAction(async (address: Address) => {
    const reply = await call('order.saveAddress', address);
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    forgetDraft('address');
    await book.refresh();
    onSaved(reply.value.addressId);
  });
  const removing = useAction(async (address: Address) => {
    const reply = await call('order.removeAddress', { addressId: address.addressId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await book.refresh();
    // The same id again writes the same address: that is all an undo takes.
    showSnack({ text: '地址已删除', action: { label: '撤销', run: () => void puttingBack.run(address) } });
  });
  const puttingBack = useAction(async (address: Address) => {
    const reply = await call('order.saveAddress', address);
    if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
    await book.refresh();
  });
  return { book, saving, removing };
}

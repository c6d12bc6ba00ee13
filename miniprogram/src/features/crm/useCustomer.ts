import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from './refusalText';

/** One customer, and what the shop writes about them. */
export function useCustomer(shopId: string, customerId: string) {
  const customer = useCall('crm.getCustomer', { shopId, customerId });
  const [tag, typeTag] = useState('');
  const [note, typeNote] = useState({ noteId: newId(), text: '' });

  const saveTags = useAction(async (tags: string[]) => {
    const reply = await call('crm.tagCustomer', { shopId, customerId, tags });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    typeTag('');
    await customer.refresh();
  });

  const saveNote = useAction(async () => {
    const reply = await call('crm.noteCustomer', { shopId, customerId, ...note });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    typeNote({ noteId: newId(), text: '' });
    await customer.refresh();
  });

  return {
    ...{ customer, tag, typeTag, saveTags, saveNote, note: note.text },
    // Kept until it is answered: a retry after a lost answer is the same note.
    typeNote: (text: string) => typeNote(({ noteId }) => ({ noteId, text })),
  };
}

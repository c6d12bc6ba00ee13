import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { changeCustomer } from './changeCustomer';
import { mostNotes } from './composeCustomer';
import { notesView } from './getCustomer';

export const noteCustomer: Handler<CrmContract['noteCustomer']> = async (input, { openId, now }) => {
  const { shopId, customerId, noteId, text } = input;
  const customer = await changeCustomer(shopId, customerId, (before) =>
    before.notes.some((note) => note.noteId === noteId)
      ? before
      : { ...before, notes: [{ noteId, text, by: openId, at: now }, ...before.notes].slice(0, mostNotes) },
  );
  return customer ? accept({ notes: notesView(customer.notes) }) : refuse({ code: 'NOT_FOUND' });
};

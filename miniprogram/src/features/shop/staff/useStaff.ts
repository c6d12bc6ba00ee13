import type { Input, Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';

/** Somebody who works in the shop. */
export type Member = Output<'shop.listStaff'>['staff'][number];
/** A role that the owner gives. */
export type GivenRole = Input<'shop.inviteStaff'>['role'];

/** Who works in a shop, the one whose place is being changed, and the invitation that is to be sent. */
export function useStaff(shopId: string) {
  const list = useCall('shop.listStaff', { shopId });
  const [chosen, choose] = useState<Member>();
  const [invitationId, invite] = useState<string>();
  const [invitation, setInvitation] = useState<Output<'shop.inviteStaff'>>();

  const makeInvitation = useAction(async (role: GivenRole) => {
    const reply = await call('shop.inviteStaff', { shopId, invitationId: invitationId ?? newId(), role });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    setInvitation(reply.value);
  });

  const setRole = useAction(async ({ memberId }: Member, role: GivenRole) => {
    const reply = await call('shop.changeRole', { shopId, memberId, role });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    choose(undefined);
    await list.refresh();
  });

  const remove = useAction(async ({ memberId, name }: Member) => {
    const reply = await call('shop.removeStaff', { shopId, memberId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    choose(undefined);
    showSnack({ text: `${name}已不在店里工作` });
    await list.refresh();
  });

  return {
    ...{ list, chosen, choose, invitation, makeInvitation, setRole, remove },
    isInviting: invitationId !== undefined,
    // Made when the sheet opens: a retry after a lost answer is the same invitation.
    begin: () => invite(newId()),
    close: () => {
      invite(undefined);
      setInvitation(undefined);
    },
  };
}

/** All that the page shows. */
export type Staff = ReturnType<typeof useStaff>;

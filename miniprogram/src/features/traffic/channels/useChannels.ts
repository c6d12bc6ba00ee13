import type { Output } from '@shared/contract';
import type { ChannelKind } from '@shared/traffic/channelKinds';
import { useState } from 'react';
import { call } from '@/platform/call';
import { copyText } from '@/platform/copyText';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';

/** A channel as its shop sees it. */
export type Channel = Output<'traffic.saveChannel'>;

/** A channel that is being written. */
export interface ChannelDraft {
  channelId: string;
  name: string;
  kind: ChannelKind;
  target: Channel['target'];
  /** It exists already, so its kind stays. */
  edited: boolean;
}

/** A shop's channels: those in use or those put away, the one that is written, and the one whose code is shown. */
export function useChannels(shopId: string) {
  const [archived, showArchived] = useState(false);
  const [draft, write] = useState<ChannelDraft>();
  const [shown, show] = useState<Channel>();
  const list = usePages('traffic.listChannels', { shopId, archived });

  const save = useAction(async ({ channelId, name, kind, target }: ChannelDraft) => {
    const reply = await call('traffic.saveChannel', { shopId, channelId, name, kind, target });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    write(undefined);
    await list.refresh();
  });

  const drawCode = useAction(async ({ channelId }: Channel) => {
    const reply = await call('traffic.makeChannelCode', { shopId, channelId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    show(reply.value);
    await list.refresh();
  });

  const copyLink = useAction(async ({ channelId }: Channel) => {
    const reply = await call('traffic.makeChannelLink', { shopId, channelId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await copyText(reply.value.link?.url ?? '');
    showSnack({ text: '链接已复制，30 天内有效' });
  });

  const putAway = useAction(async ({ channelId }: Channel, away: boolean) => {
    const reply = await call('traffic.archiveChannel', { shopId, channelId, archived: away });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await list.refresh();
    const undo = { label: '撤销', run: () => void putAway.run(reply.value, !away) };
    showSnack({ text: away ? '已收起，印出去的码照常可用' : '已放回', action: undo });
  });

  return {
    ...{ list, archived, showArchived, draft, shown, save, drawCode, copyLink, putAway },
    // Made when the form opens: a retry after a lost answer is the same channel.
    begin: () => write({ channelId: newId(), name: '', kind: 'counter', target: { page: 'shop' }, edited: false }),
    edit: ({ channelId, name, kind, target }: Channel) => write({ channelId, name, kind, target, edited: true }),
    change: (part: Partial<ChannelDraft>) => write((before) => before && { ...before, ...part }),
    close: () => write(undefined),
    closeCode: () => show(undefined),
  };
}

/** All that the page shows. */
export type Channels = ReturnType<typeof useChannels>;

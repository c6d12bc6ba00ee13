import type { Output } from '@shared/contract';
import { chinaMomentText } from '@shared/kernel/chinaTime';
import { useState } from 'react';
import { ask } from '@/platform/ask';
import { call } from '@/platform/call';
import { open } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';
import { type CampaignDraft, messageOf, newDraft, planOf } from './campaignDraft';

/** A campaign as its shop sees it. */
export type Campaign = Output<'crm.saveCampaign'>;

/** A shop's campaigns, and the one that is written. */
export function useCampaigns(shopId: string) {
  const [draft, write] = useState<CampaignDraft>();
  const list = usePages('crm.listCampaigns', { shopId });

  const send = useAction(async (written: CampaignDraft) => {
    const message = messageOf(written);
    if (!message) return;
    const { startAt, window } = written;
    const question = {
      title: startAt === undefined ? '现在发送？' : `${chinaMomentText(startAt)} 开始发？`,
      text: `每天 ${window.from} 到 ${window.to} 之间发，随时可以停`,
      agree: '发送',
      keep: '再想想',
    };
    if (!(await ask(question))) return;
    const saved = await call('crm.saveCampaign', planOf(shopId, written, message));
    if (!saved.ok) return showSnack({ text: refusalText(saved.refusal) });
    const { campaignId } = written;
    const started = await call('crm.startCampaign', { shopId, campaignId });
    if (!started.ok) return showSnack({ text: refusalText(started.refusal) });
    write(undefined);
    await list.refresh();
    open('campaign', { shopId, campaignId });
  });

  return {
    ...{ list, draft, send },
    // Made when the form opens: a retry after a lost answer is the same campaign.
    begin: () => write(newDraft(newId())),
    change: (part: Partial<CampaignDraft>) => write((before) => before && { ...before, ...part }),
    close: () => write(undefined),
  };
}

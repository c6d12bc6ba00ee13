import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { CheckRow } from '@/ui/CheckRow';
import { Panel } from '@/ui/Panel';
import { refusalText } from './refusalText';

/** Whether a shop may write to the shopper. */
export function MessageSwitch({ shopId }: { shopId: string }) {
  const { data, refresh } = useCall('crm.getMessagePreferences', { shopId });
  const set = useAction(async (muted: boolean) => {
    const reply = await call('crm.setMessagePreferences', { shopId, muted });
    if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
    await refresh();
  });
  if (!data) return null;
  return (
    <Panel title="消息">
      <CheckRow
        id="take-messages"
        text="接收本店的上新和活动消息"
        hint="关掉后，本店不再给您群发；订单通知不受影响"
        checked={!data.muted}
        onChange={(taken) => void set.run(!taken)}
      />
    </Panel>
  );
}

import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { askForMessage } from './askForMessage';
import './MessageOffer.scss';

/** Offers a shopper one message of the shop, where it fits: they paid, or hold a coupon. Who wants none is not asked. */
export function MessageOffer({ shopId }: { shopId: string }) {
  const { data } = useCall('crm.getMessagePreferences', { shopId });
  const [told, tell] = useState('');
  // Kept until it is answered: a retry after a lost answer is the same permission.
  const allowId = useRef(newId());
  const allow = useAction(async (templateId: string) => {
    if (!(await askForMessage(templateId))) return;
    await call('crm.noteAllowed', { shopId, allowId: allowId.current });
    allowId.current = newId();
    tell('好的，有消息会发您一条');
  });
  if (!data || data.muted) return null;
  return (
    <Panel>
      <View className="message-offer">
        <Text className="message-offer__text">{told || '上新和活动，想收到一条通知吗？'}</Text>
        {!told && (
          <Button
            id="allow-message"
            size="s"
            kind="second"
            busy={allow.busy}
            onPress={() => void allow.run(data.templateId)}
          >
            通知我
          </Button>
        )}
      </View>
    </Panel>
  );
}

import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/platform/call';
import { open } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { SkeletonList } from '@/ui/Skeleton';
import { refusalText } from '../refusalText';
import { roleHint, roleText } from './roleText';
import './InviteSheet.scss';

/** What somebody is invited to, and the place where they take it. */
export function JoinShop({ shopId, code }: { shopId: string; code: string }) {
  const invitation = useCall('shop.getInvitation', { shopId, code });
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const join = useAction(async () => {
    setTried(true);
    if (name.trim() === '') return;
    const reply = await call('shop.acceptInvitation', { shopId, code, name });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    open('seller', {});
  });

  if (invitation.loading) return <SkeletonList />;
  if (invitation.refusal) {
    const toDesk = { label: '去店铺', run: () => open('seller', {}) };
    return <Blank icon="store" title={refusalText(invitation.refusal)} action={toDesk} />;
  }
  if (!invitation.data) return <ErrorBlank onRetry={() => void invitation.refresh()} />;
  const { shopName, role } = invitation.data;
  return (
    <Panel>
      <View className="invite__ready">
        <Text className="invite__title">{`${shopName} 邀请您做${roleText[role]}`}</Text>
        <Text className="invite__hint">{roleHint[role]}</Text>
      </View>
      <Field label="怎么称呼" problem={tried && name.trim() === '' ? '写个名字，同事好认' : undefined}>
        <TextInput
          id="join-name"
          label="怎么称呼"
          value={name}
          placeholder="如：小周"
          maxLength={12}
          onChange={setName}
        />
      </Field>
      <View className="invite__join">
        <Button id="join" wide busy={join.busy} onPress={() => void join.run()}>
          加入
        </Button>
      </View>
    </Panel>
  );
}

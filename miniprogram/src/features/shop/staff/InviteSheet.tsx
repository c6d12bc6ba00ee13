import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { useState } from 'react';
import { pathOf } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { ShareButton } from '@/ui/ShareButton';
import { Sheet } from '@/ui/Sheet';
import { roleHint, roleText } from './roleText';
import type { GivenRole, Staff } from './useStaff';
import './InviteSheet.scss';

const choices = (['clerk', 'manager'] as const).map((key) => ({ key, text: roleText[key] }));

/** Makes an invitation for one person, and sends it. */
export function InviteSheet({ shopId, staff }: { shopId: string; staff: Staff }) {
  const [role, chooseRole] = useState<GivenRole>('clerk');
  const { invitation, makeInvitation, close } = staff;
  const make = (
    <Button id="invite-make" wide busy={makeInvitation.busy} onPress={() => void makeInvitation.run(role)}>
      生成邀请
    </Button>
  );
  const send = invitation && (
    <ShareButton id="invite-send" path={pathOf('joinShop', { shopId, code: invitation.code })}>
      发给微信好友
    </ShareButton>
  );
  return (
    <Sheet open title="邀请同事" onClose={close} bar={send ?? make}>
      {invitation ? (
        <View className="invite__ready" role="status">
          <Text className="invite__title">{`${roleText[invitation.role]}邀请已备好`}</Text>
          <Text className="invite__hint">
            {`只够一个人用，${dayjs(invitation.until).format('M 月 D 日 HH:mm')} 前有效。请直接发给本人。`}
          </Text>
        </View>
      ) : (
        <>
          <Choices<GivenRole> id="invite-role" choices={choices} chosen={role} onChoose={chooseRole} />
          <Text className="invite__hint">{roleHint[role]}</Text>
        </>
      )}
    </Sheet>
  );
}

import { View } from '@tarojs/components';
import { InviteSheet } from '@/features/shop/staff/InviteSheet';
import { MemberSheet } from '@/features/shop/staff/MemberSheet';
import { StaffList } from '@/features/shop/staff/StaffList';
import { useStaff } from '@/features/shop/staff/useStaff';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { useShare } from '@/platform/useShare';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import './index.scss';

/** Who works in a shop. */
export default function StaffPage() {
  const { shopId } = useRouteParams('staff');
  if (shopId) return <ShopStaff shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function ShopStaff({ shopId }: { shopId: string }) {
  const staff = useStaff(shopId);
  const isOwner = staff.list.data?.staff.some(({ isMe, role }) => isMe && role === 'owner') ?? false;
  useShare('joinShop', { shopId, code: staff.invitation?.code ?? '' }, '邀请您到店里工作');
  const invite = isOwner && (
    <Button id="invite" icon="plus" wide onPress={staff.begin}>
      邀请同事
    </Button>
  );
  return (
    <Screen bar={invite}>
      {isOwner && (
        <View className="staff-page__log">
          <Button id="audit-log" kind="quiet" size="s" icon="clock" onPress={() => open('auditLog', { shopId })}>
            谁做了什么
          </Button>
        </View>
      )}
      <StaffList staff={staff} mayChange={isOwner} />
      {staff.isInviting && <InviteSheet shopId={shopId} staff={staff} />}
      {staff.chosen && <MemberSheet member={staff.chosen} staff={staff} />}
    </Screen>
  );
}

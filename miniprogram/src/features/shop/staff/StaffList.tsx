import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { roleHint, roleText } from './roleText';
import type { Member, Staff } from './useStaff';
import './StaffList.scss';

/** Who works in a shop; `mayChange` for the owner. */
export function StaffList({ staff, mayChange }: { staff: Staff; mayChange: boolean }) {
  const { list, choose } = staff;
  usePullToRefresh(list.refresh);
  if (list.loading) return <SkeletonList />;
  if (!list.data) return <ErrorBlank onRetry={() => void list.refresh()} />;
  return (
    <Panel flush>
      {list.data.staff.map((member) => (
        <MemberRow
          key={member.memberId}
          member={member}
          {...(mayChange && member.role !== 'owner' && { onChange: () => choose(member) })}
        />
      ))}
    </Panel>
  );
}

function MemberRow({ member, onChange }: { member: Member; onChange?: () => void }) {
  const { memberId, name, role, joinedAt, isMe } = member;
  const called = name || roleText[role];
  return (
    <View id={`member-${memberId}`} className="member">
      <View className="member__who">
        <View className="member__head">
          <Text className="member__name">{isMe ? `${called}（我）` : called}</Text>
          <Tag text={roleText[role]} tone={role === 'clerk' ? 'plain' : 'gold'} />
        </View>
        <Text className="member__hint">{roleHint[role]}</Text>
        {joinedAt !== undefined && (
          <Text className="member__hint">{`${dayjs(joinedAt).format('YYYY 年 M 月 D 日')}加入`}</Text>
        )}
      </View>
      {onChange && (
        <Button id={`change-${memberId}`} size="s" kind="quiet" label={`更改${called}`} onPress={onChange}>
          更改
        </Button>
      )}
    </View>
  );
}

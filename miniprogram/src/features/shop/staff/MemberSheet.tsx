import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { roleHint, roleText } from './roleText';
import type { Member, Staff } from './useStaff';
import './InviteSheet.scss';

/** Gives somebody the other role, or ends their work in the shop; that asks once more. */
export function MemberSheet({ member, staff }: { member: Member; staff: Staff }) {
  const [isSure, ask] = useState(false);
  const { choose, setRole, remove } = staff;
  const other = member.role === 'clerk' ? 'manager' : 'clerk';
  return (
    <Sheet
      open
      title={member.name || roleText[member.role]}
      onClose={() => choose(undefined)}
      bar={
        <Button id="member-role" wide busy={setRole.busy} onPress={() => void setRole.run(member, other)}>
          {`改为${roleText[other]}`}
        </Button>
      }
    >
      <Text className="invite__hint">{`${roleText[other]}：${roleHint[other]}`}</Text>
      {isSure ? (
        <Button id="member-remove-sure" kind="second" busy={remove.busy} onPress={() => void remove.run(member)}>
          确定移除，马上生效
        </Button>
      ) : (
        <Button id="member-remove" kind="quiet" onPress={() => ask(true)}>
          移出本店
        </Button>
      )}
    </Sheet>
  );
}

import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import './AgreeSheet.scss';

interface DeclineSheetProps {
  busy: boolean;
  onDecline(answer: string): void;
  onClose(): void;
}

/** Says no to a case, with a reason that the shopper reads. */
export function DeclineSheet({ busy, onDecline, onClose }: DeclineSheetProps) {
  const [answer, setAnswer] = useState('');
  const said = answer.trim();
  return (
    <Sheet
      open
      title="拒绝申请"
      onClose={onClose}
      bar={
        <Button id="decline-confirm" wide busy={busy} disabled={!said} onPress={() => onDecline(said)}>
          {said ? '确认拒绝' : '请写明原因'}
        </Button>
      }
    >
      <Text className="case-sheet__hint">买家会看到您写的原因，说得清楚少些误会。</Text>
      <TextArea
        id="decline-answer"
        value={answer}
        placeholder="例如：照片看不出破损，麻烦补拍一张"
        maxLength={200}
        onChange={setAnswer}
      />
    </Sheet>
  );
}

import { parseYuan } from '@shared/kernel/parseYuan';
import type { Source } from '@shared/traffic/sources';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { refusalText } from '../refusalText';
import { sourceText } from './sourceText';
import './AdSpendSheet.scss';

interface AdSpendSheetProps {
  shopId: string;
  /** Days to choose from: `2026-11-22`. */
  days: readonly { day: string; text: string }[];
  onClose(): void;
  onSaved(): void;
}

/** What can be paid for. */
const paid: readonly Source[] = ['ad', 'article', 'channels', 'search', 'moments', 'link', 'code'];

/** Notes what an advertisement cost on a day. The same day and source again replaces what was noted. */
export function AdSpendSheet({ shopId, days, onClose, onSaved }: AdSpendSheetProps) {
  const [source, chooseSource] = useState<Source>('ad');
  const [day, chooseDay] = useState(days[0]?.day ?? '');
  const [typed, type] = useState('');
  const [tried, setTried] = useState(false);
  const amount = parseYuan(typed);
  const tooMuch = amount !== undefined && amount > mostAmount;
  const saving = useAction(async () => {
    setTried(true);
    if (amount === undefined || tooMuch) return;
    const reply = await call('traffic.saveAdSpend', { shopId, day, source, amount });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    onSaved();
  });
  const wrong = tooMuch ? '一天最多记一百万元' : amount === undefined ? '请填写金额，如 120 或 99.5' : undefined;
  const save = (
    <Button id="ad-save" wide busy={saving.busy} onPress={() => void saving.run()}>
      保存
    </Button>
  );
  return (
    <Sheet open title="记一笔广告费" onClose={onClose} bar={save}>
      <Text className="ad-spend__title">投在哪里</Text>
      <Choices<Source>
        id="ad-source"
        choices={paid.map((key) => ({ key, text: sourceText[key] }))}
        chosen={source}
        onChoose={chooseSource}
      />
      <Text className="ad-spend__title">哪一天</Text>
      <Choices
        id="ad-day"
        choices={days.map((each) => ({ key: each.day, text: each.text }))}
        chosen={day}
        onChoose={chooseDay}
      />
      <Field label="金额（元）" problem={tried ? wrong : undefined}>
        <TextInput
          id="ad-amount"
          label="金额"
          type="digit"
          value={typed}
          placeholder="当天一共花了多少"
          maxLength={10}
          onChange={type}
        />
      </Field>
    </Sheet>
  );
}

/** As the contract has it, in fen. */
const mostAmount = 100_000_000;

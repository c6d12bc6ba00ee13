import { yuanText } from '@shared/kernel/money';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import type { CaseView } from '../afterSale/caseProgress';
import './AgreeSheet.scss';

interface AgreeSheetProps {
  one: CaseView;
  /** Whether the goods are still in the shop, so that they are most likely for sale again. */
  goodsAreHere: boolean;
  busy: boolean;
  onAgree(choice: { answer: string; restock: boolean }): void;
  onClose(): void;
}

/** Says yes to a case: the money goes at once, or the goods come back first. */
export function AgreeSheet({ one, goodsAreHere, busy, onAgree, onClose }: AgreeSheetProps) {
  const [answer, setAnswer] = useState('');
  const [restock, setRestock] = useState(goodsAreHere);
  const moneyOnly = one.kind === 'refundOnly';
  return (
    <Sheet
      open
      title="同意申请"
      onClose={onClose}
      bar={
        <Button
          id="agree-confirm"
          wide
          busy={busy}
          onPress={() => onAgree({ answer: answer.trim(), restock: moneyOnly && restock })}
        >
          {moneyOnly ? `同意并退款 ${yuanText(one.amount)}` : '同意，请买家寄回'}
        </Button>
      }
    >
      {moneyOnly && (
        <CheckRow
          id="agree-restock"
          text="商品放回库存"
          hint="商品没有寄出，还能再卖时勾选"
          checked={restock}
          onChange={setRestock}
        />
      )}
      {!moneyOnly && <Text className="case-sheet__hint">买家寄出后会填写单号。可以在这里写明寄回地址。</Text>}
      <TextArea
        id="agree-answer"
        value={answer}
        placeholder={moneyOnly ? '选填，给买家捎句话' : '选填，寄回地址、收件人和电话'}
        maxLength={200}
        onChange={setAnswer}
      />
    </Sheet>
  );
}
